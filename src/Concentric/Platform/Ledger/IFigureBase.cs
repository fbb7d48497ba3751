namespace Concentric.Platform.Ledger;

/// <summary>
/// Something that a figure can be a share of and that is no fact: the seats that were held, the places that have a room. The module that
/// counts it registers one, and names its id in <see cref="IModule.FigureBases"/>; its title is in the module's texts under
/// <c>FigureBase.{Id}</c>.
/// </summary>
public interface IFigureBase
{
    /// <summary>As <c>shareOf</c> of a figure names it.</summary>
    string Id { get; }

    /// <summary>How many there were at some time in these days, both included, in the committee's zone.</summary>
    Task<long> CountAsync(DateOnly from, DateOnly to, CancellationToken cancellation);
}
