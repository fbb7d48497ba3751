using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Ledger;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Search;
using Concentric.Rules.Text;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>What comes in as one matter, by whichever way.</summary>
/// <param name="Details">Title, text, place, topic, from whom and by which way. A title left out is made from the first sentence.</param>
public sealed record NewMatter(MatterDetails Details)
{
    /// <summary>Who sent it; none, or nothing filled in, for an anonymous one.</summary>
    public SubmitterDetails? Submitter { get; init; }

    /// <summary>Pictures that were stored before, with a draft; they become the matter's.</summary>
    public IReadOnlyList<StoredFile> Pictures { get; init; } = [];

    /// <summary>Whether a sealed receipt is kept for a day: where somebody is shown or mailed the code.</summary>
    public bool KeepsReceipt { get; init; }

    /// <summary>Whether those who screen matters of the place are told: of what comes from outside the office.</summary>
    public bool TellsScreeners { get; init; }

    /// <summary>Who acts; none for whoever is signed in.</summary>
    public MatterAct? Act { get; init; }
}

/// <summary>A matter that came in, with the code that its sender is given. The code is told here once.</summary>
public sealed record CollectedMatter(Matter Matter, string Code);

/// <summary>
/// The one way by which a matter is collected: from the web, at the desk, on the phone, in a session, from a sheet, by Open311. Matter,
/// submitter, pictures, search index, receipt and fact go into one save.
/// </summary>
public sealed class MatterIntake(
    AppDb db,
    MatterDesk desk,
    MatterLists lists,
    PlaceChoices places,
    PersonalDataSeal seal,
    FileStore files,
    SearchIndex index,
    MatterMessages messages,
    Ledger ledger
)
{
    /// <summary>Of a title that is made of the text, for lack of one.</summary>
    internal const int LongestMadeTitle = 40;

    /// <summary>What search knows matters by; its section is the place's slug.</summary>
    public const string SearchKind = "consultation.matter";

    /// <summary>What is wrong with it, each beside its field; empty when it can be collected.</summary>
    public async Task<IReadOnlyList<Refusal>> FaultsAsync(NewMatter entered, CancellationToken cancellation = default)
    {
        var details = Tidy(entered.Details);
        var faults = Matter.Faults(details).ToList();
        if (details.PlaceId != Guid.Empty)
        {
            var place = (await places.AllAsync(cancellation)).FirstOrDefault(one => one.Id == details.PlaceId);
            if (place is null)
                faults.Add(new Refusal("MatterPlaceUnknown").At(nameof(details.PlaceId)));
            // What a ledger tells of happened while the place was open.
            else if (place.IsClosed && details.Channel != IntakeChannel.Import)
                faults.Add(new Refusal("MatterPlaceClosed", place.Name).At(nameof(details.PlaceId)));
        }

        if (details.Topic is { Length: > 0 } topic && lists.Topics.All(one => one.Id != topic))
            faults.Add(new Refusal("MatterTopicMissing").At(nameof(details.Topic)));
        if (details.CollectedOn > desk.Today)
            faults.Add(new Refusal("MatterDayToCome").At(nameof(details.CollectedOn)));
        if (entered.Submitter is { } submitter)
            faults.AddRange(MatterSubmitter.Faults(submitter));
        return faults;
    }

    /// <summary>Adds the matter, with all that belongs to it, to the next save.</summary>
    /// <exception cref="RefusedException">What was entered is not in order; see <see cref="FaultsAsync"/>.</exception>
    public async Task<CollectedMatter> AddAsync(NewMatter entered, CancellationToken cancellation = default)
    {
        RefusedException.ThrowIf((await FaultsAsync(entered, cancellation)).FirstOrDefault());
        var code = MatterTracking.NewCode();
        var act = entered.Act ?? desk.Act();
        var matter = Matter.Collect(Tidy(entered.Details), MatterTracking.Digest(code)!, act);
        if (entered.Submitter is { IsAnonymous: false } submitter)
            matter.BelongTo(MatterSubmitter.Of(submitter, seal));
        db.Add(matter);
        foreach (var picture in entered.Pictures.Take(Matter.MostPictures))
            picture.BelongTo(Matter.SourceType, matter.Id);
        var place = await desk.PlaceOfAsync(matter, cancellation);
        index.Add(SearchKind, matter.Id, matter.Title, matter.Text, place, matter.CollectedOn);
        if (entered.KeepsReceipt)
            db.Add(MatterReceipt.Of(matter, code, entered.Submitter?.Email, act.Doer.AccountId, seal));
        ledger.Record(MatterFacts.OfCollecting(matter, place));
        if (entered.TellsScreeners)
            await messages.TellAsync(matter, MatterVerb.Collect, before: null, cancellation);
        return new CollectedMatter(matter, code);
    }

    /// <summary>Collects one matter, with pictures as they were sent, in a save of its own.</summary>
    /// <returns>The matter with its code, or everything that is wrong and nothing stored.</returns>
    public async Task<(CollectedMatter? Collected, IReadOnlyList<Refusal> Faults)> CollectAsync(
        NewMatter entered,
        IReadOnlyList<IFormFile> pictures,
        CancellationToken cancellation = default
    )
    {
        var faults = await FaultsAsync(entered, cancellation);
        if (pictures.Count > Matter.MostPictures)
            faults = [.. faults, TooManyPictures];
        if (faults.Count > 0)
            return (null, faults);
        var collected = await AddAsync(entered, cancellation);
        foreach (var picture in pictures)
        {
            var (_, refusal) = await StoreAsync(picture, Matter.SourceType, collected.Matter.Id, cancellation);
            if (refusal is null)
                continue;
            db.ChangeTracker.Clear();
            return (null, [refusal]);
        }

        await db.SaveChangesAsync(cancellation);
        return (collected, []);
    }

    /// <summary>The refusal of more pictures than a matter may come in with.</summary>
    public static Refusal TooManyPictures => new Refusal("MatterPicturesTooMany", Matter.MostPictures).At("Pictures");

    /// <summary>Checks a picture by its content and stores it drawn anew, without its metadata, for the next save.</summary>
    internal async Task<(StoredFile? File, Refusal? Refusal)> StoreAsync(
        IFormFile picture,
        string ownerType,
        Guid ownerId,
        CancellationToken cancellation
    )
    {
        var (file, refusal) = await files.StoreAsync(picture, FilePurpose.Picture, ownerType, ownerId, cancellation);
        return (file, refusal is null ? null : Named(refusal, picture.FileName).At("Pictures"));
    }

    /// <summary>Of several pictures it is told which one is meant.</summary>
    private static Refusal Named(Refusal refusal, string name) =>
        refusal.Code switch
        {
            "FileEmpty" => new Refusal("MatterPictureEmpty", name),
            "FileTooLarge" => new Refusal("MatterPictureTooLarge", name, refusal.Values[0]),
            _ => new Refusal("MatterPictureUnreadable", name),
        };

    /// <summary>What was typed as it is kept, with a title.</summary>
    private static MatterDetails Tidy(MatterDetails typed)
    {
        var text = PlainText.Of(typed.Text ?? "");
        var title = PlainText.Of(typed.Title ?? "").ReplaceLineEndings(" ");
        return typed with
        {
            Text = text,
            Title = title.Length == 0 && text.Length > 0 ? PlainText.FirstSentence(text, LongestMadeTitle) : title,
            Locality = typed.Locality is null ? null : PlainText.Of(typed.Locality).ReplaceLineEndings(" "),
            SourceName = typed.SourceName is null ? null : PlainText.Of(typed.SourceName).ReplaceLineEndings(" "),
        };
    }
}
