using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>
/// 履职记录 (DutyRecord): a duty that no other module records, registered by the office that organised it. Its facts come from the
/// confirmation of a second person and from nothing else. What was confirmed is corrected by a further record of the same origin,
/// which takes the earlier one's place when it is confirmed; both stay.
/// </summary>
public sealed partial class DutyRecord : CommitteeEntity
{
    /// <summary>What the facts of a record name as their source.</summary>
    public const string SourceType = "appraisal.duty";
    public const int LongestReason = 500;

    private DutyRecord() { }

    /// <summary>By its id in <c>docs/facts.md</c>.</summary>
    public string Kind { get; private set; } = "";

    [NamesInAudit]
    public string Title { get; private set; } = "";

    /// <summary>The day of its facts, in the committee's zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>The registering body, by its id in <c>data/offices.yaml</c>.</summary>
    public string Office { get; private set; } = "";
    public string? Contact { get; private set; }
    public string? Reference { get; private set; }
    public string? Note { get; private set; }

    /// <summary>The thing that this and other records are about; several steps of one thing share it.</summary>
    public Guid ThingId { get; private set; }

    /// <summary>The first record of a chain of corrections: the source of the facts and the owner of the evidence.</summary>
    public Guid OriginId { get; private set; }

    /// <summary>1 for the first record, one more for each correction that was asked for.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The confirmed record that this one puts right, and why.</summary>
    public Guid? CorrectsId { get; private set; }
    public string? CorrectionReason { get; private set; }

    /// <summary>Whether the correction says that it never happened: on confirmation the facts are taken back and none recorded.</summary>
    public bool IsRevocation { get; private set; }

    /// <summary>The import that it came with.</summary>
    public Guid? ImportId { get; private set; }

    /// <summary>Those it is about, in their order.</summary>
    public List<DutyEntry> Members { get; private set; } = [];

    /// <summary>What was done, by whom and when.</summary>
    public List<DutyStep> Steps { get; private set; } = [];

    /// <exception cref="RefusedException">The details are not in order; see <see cref="DutyFaults"/>.</exception>
    public static DutyRecord Register(DutyDetails details, DateOnly today, Doer doer, Guid? thing = null, Guid? import = null)
    {
        var record = new DutyRecord { ImportId = import };
        record.OriginId = record.Id;
        record.ThingId = thing ?? record.Id;
        record.Take(details, today);
        record.Sign(doer);
        record.Go(DutyVerb.Register, null, DutyState.Registered, doer);
        return record;
    }

    /// <summary>A member tells of something that the office has not recorded. Step, part and the others are for the office to say.</summary>
    public static DutyRecord Report(DutyDetails details, DateOnly today, Doer doer)
    {
        details = details.Tidy();
        RefusedException.ThrowIf(DutyFaults.OfReport(details, today).FirstOrDefault());
        var record = new DutyRecord { ReportedBy = doer.AccountId };
        record.OriginId = record.Id;
        record.ThingId = record.Id;
        record.Keep(details);
        record.Go(DutyVerb.Report, null, DutyState.Reported, doer);
        return record;
    }

    /// <summary>The record that would take this one's place.</summary>
    /// <param name="details">What is right; nothing when it never happened.</param>
    /// <param name="revision">One more than the highest of the origin.</param>
    public DutyRecord Correct(DutyDetails? details, string reason, int revision, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotCorrect() ?? WhyNotReason(reason));
        var record = new DutyRecord
        {
            OriginId = OriginId,
            ThingId = ThingId,
            Revision = revision,
            CorrectsId = Id,
            CorrectionReason = reason.Trim(),
            IsRevocation = details is null,
        };
        if (details is null)
            record.Keep(ToDetails());
        else
            record.Take(details, today);
        record.Sign(doer);
        record.Go(DutyVerb.Correct, null, DutyState.Registered, doer, reason);
        return record;
    }

    public DutyDetails ToDetails() =>
        new()
        {
            Kind = Kind,
            Title = Title,
            OccurredOn = OccurredOn,
            Office = Office,
            Contact = Contact,
            Reference = Reference,
            Note = Note,
            Members = [.. Members.OrderBy(entry => entry.Order).Select(entry => entry.ToMember())],
        };

    private void Take(DutyDetails details, DateOnly today)
    {
        details = details.Tidy();
        RefusedException.ThrowIf(DutyFaults.Of(details, today).FirstOrDefault());
        Keep(details);
    }

    private void Keep(DutyDetails details)
    {
        (Kind, Title, OccurredOn, Office) = (details.Kind, details.Title, details.OccurredOn, details.Office);
        (Contact, Reference, Note) = (details.Contact, details.Reference, details.Note);
        // Who stays keeps the row, so that the trail shows what changed.
        Members.RemoveAll(entry => details.Members.All(member => member.MembershipId != entry.MembershipId));
        foreach (var (member, order) in details.Members.Select((member, order) => (member, order)))
        {
            if (Members.Find(entry => entry.MembershipId == member.MembershipId) is { } known)
                known.Take(member, order);
            else
                Members.Add(DutyEntry.Of(member, order));
        }
    }
}
