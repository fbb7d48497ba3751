using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concentric.Platform.Ledger;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>Which facts a confirmed record tells: one for each of its members. The same question serves preview and confirmation.</summary>
internal static class DutyFacts
{
    internal static IEnumerable<NewFact> Of(DutyRecord record)
    {
        var kind = DutyKinds.Find(record.Kind)!;
        return record.IsRevocation
            ? []
            : record.Members.OrderBy(entry => entry.Order).Select(entry => About(record, entry, kind));
    }

    private static NewFact About(DutyRecord record, DutyEntry entry, DutyKind kind) =>
        new()
        {
            Kind = kind.Id,
            OccurredOn = record.OccurredOn,
            SubjectId = entry.MembershipId,
            Step = entry.Step,
            Quantity = entry.Quantity,
            Unit = kind.Unit,
            Attributes = Attributes(record, entry, kind),
            SourceType = DutyRecord.SourceType,
            SourceId = record.OriginId,
            Revision = record.Revision,
            Basis = record.CorrectionReason ?? record.Reference,
        };

    private static Dictionary<string, string> Attributes(DutyRecord record, DutyEntry entry, DutyKind kind)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (kind.HasThing)
            attributes[DutyKinds.Product] = record.ThingId.ToString();
        if (kind.HasAuthors && entry.Part is { } part)
        {
            attributes[DutyKinds.Part] = IdOf(part);
            attributes[DutyKinds.People] = Text(record.Members.Count);
            attributes[DutyKinds.Position] = Text(entry.Position ?? 1);
        }

        if (kind.HasContact && record.Contact is { } contact)
            attributes[DutyKinds.Contact] = KeyOf(contact, entry.PersonId);
        return attributes;
    }

    internal static string IdOf(DutyPart part) =>
        part switch
        {
            DutyPart.Sole => "sole",
            DutyPart.First => "first",
            DutyPart.Joint => "joint",
            _ => "collective",
        };

    /// <summary>The same person contacted by the same member has the same key; the ledger, which forgets nothing, holds no name.</summary>
    private static string KeyOf(string contact, Guid personId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{personId:N} {contact.Normalize()}")))[..16];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
