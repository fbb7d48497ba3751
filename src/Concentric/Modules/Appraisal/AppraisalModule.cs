using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Ledger;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal;

/// <summary>履职评价: rule sheets, statements, the year's appraisal, and duties that no other module records.</summary>
public sealed class AppraisalModule : IModule
{
    public string Name => "appraisal";

    public Type Texts => typeof(AppraisalTexts);

    public IReadOnlyList<FactKind> FactKinds => DutyKinds.All;

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton(provider => ReaderFor(provider.GetRequiredService<FactKinds>()));

    /// <summary>A reader that knows what the modules declare.</summary>
    public static SheetReader ReaderFor(FactKinds kinds) =>
        new([.. kinds.All.Select(kind => new DeclaredKind(kind.Id, kind.Unit, kind.HasSubject, kind.Attributes))]);
}

/// <summary>The module's words.</summary>
public sealed class AppraisalTexts;
