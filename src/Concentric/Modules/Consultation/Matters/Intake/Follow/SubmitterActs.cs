using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake.Follow;

/// <summary>What whoever sent a matter can do with it afterwards, on the page of the code and on the member's own page.</summary>
public sealed class SubmitterActs(AppDb db, MatterIntake intake)
{
    /// <summary>How many pictures a matter may have in all, those added afterwards counted.</summary>
    public const int MostPicturesInAll = 15;

    public MatterDeed AddWords(string? words, IReadOnlyList<IFormFile> pictures, CancellationToken cancellation) =>
        new(MatterVerb.AddWords, (matter, act) => matter.AddWords(words, act))
        {
            Beside = matter => StoreAsync(matter, pictures, cancellation),
        };

    public static MatterDeed Answer(SatisfactionMark? mark, string? words) =>
        new(
            MatterVerb.GiveFeedback,
            (matter, act) =>
            {
                RefusedException.ThrowIf(
                    mark is null || !Enum.IsDefined(mark.Value) ? new Refusal("MatterMarkMissing").At("Mark") : null
                );
                matter.GiveFeedback(FeedbackGiver.Submitter, mark!.Value, words, act);
            }
        );

    public static MatterDeed Reopen(string? words) =>
        new(
            MatterVerb.Reopen,
            (matter, act) =>
            {
                RefusedException.ThrowIf(matter.WhyNotReopenBySubmitter(act.Today, act.Deadlines));
                matter.Reopen(words, act);
            }
        );

    public static MatterDeed Withdraw(string? words) => new(MatterVerb.Withdraw, (matter, act) => matter.Withdraw(words, act));

    public Task<List<StoredFile>> PicturesAsync(Matter matter, CancellationToken cancellation) =>
        Pictures(matter)
            .AsNoTracking()
            .OrderBy(file => file.StoredAt)
            .ThenBy(file => file.Id)
            .Take(MostPicturesInAll)
            .ToListAsync(cancellation);

    /// <summary>One of the matter's pictures.</summary>
    public Task<StoredFile?> PictureAsync(Matter matter, Guid id, CancellationToken cancellation) =>
        Pictures(matter).AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, cancellation);

    /// <summary>The matter that another was put together with, with its story's parts.</summary>
    public Task<Matter?> OtherAsync(Guid id, CancellationToken cancellation) =>
        db.Set<Matter>()
            .AsNoTracking()
            .Include(matter => matter.Steps.OrderBy(step => step.At).ThenBy(step => step.Id))
            .Include(matter => matter.Notes.OrderBy(note => note.At))
            .Include(matter => matter.Assignments)
            .AsSplitQuery()
            .SingleOrDefaultAsync(matter => matter.Id == id, cancellation);

    private async Task<Refusal?> StoreAsync(Matter matter, IReadOnlyList<IFormFile> pictures, CancellationToken cancellation)
    {
        if (pictures.Count == 0)
            return null;
        if (pictures.Count > Matter.MostPictures)
            return MatterIntake.TooManyPictures;
        if (await Pictures(matter).CountAsync(cancellation) + pictures.Count > MostPicturesInAll)
            return new Refusal("MatterPicturesTooMany", MostPicturesInAll).At("Pictures");
        foreach (var picture in pictures)
        {
            if ((await intake.StoreAsync(picture, Matter.SourceType, matter.Id, cancellation)).Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    private IQueryable<StoredFile> Pictures(Matter matter) =>
        db.StoredFiles.Where(file =>
            file.OwnerType == Matter.SourceType && file.OwnerId == matter.Id && file.ContentType.StartsWith("image/")
        );
}
