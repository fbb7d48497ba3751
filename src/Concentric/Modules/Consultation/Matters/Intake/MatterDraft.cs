using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.PersonalData;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>What a resident has answered so far, page by page.</summary>
public sealed record DraftAnswers
{
    public string? Text { get; init; }
    public string? Topic { get; init; }
    public Guid? PlaceId { get; init; }
    public string? Locality { get; init; }

    /// <summary>Whether the sender stays anonymous; none before the page was answered.</summary>
    public bool? IsAnonymous { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }

    internal SubmitterDetails? Submitter => IsAnonymous == false ? new SubmitterDetails(Name, Phone, Email) : null;

    internal MatterDetails Details =>
        new()
        {
            Text = Text,
            Topic = Topic,
            PlaceId = PlaceId ?? Guid.Empty,
            Locality = Locality,
            Source = MatterSource.Public,
            Channel = IntakeChannel.Web,
        };
}

/// <summary>
/// 草稿: a resident's answers on the way to a matter, sealed, and known by a random key that the browser alone holds. A row and not hidden
/// fields, because pictures must outlast going back, and because what was sent once is then known to have been sent. It is gone a day
/// after the last answer.
/// </summary>
[OutsideAudit]
public sealed class MatterDraft : CommitteeEntity
{
    /// <summary>What pictures of a draft name as their owner; nobody reads them by the common address of files.</summary>
    public const string PictureOwner = "consultation.matter-draft";

    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private MatterDraft() { }

    /// <summary>Of the browser's key.</summary>
    public string KeyDigest { get; private set; } = "";
    public string? AnswersSealed { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>The matter that was made of it; the answers are then gone.</summary>
    public Guid? MatterId { get; private set; }

    internal static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    internal static MatterDraft Of(string key) => new() { KeyDigest = DigestOf(key) };

    /// <summary>What was answered; nothing when nothing was, or when the key of the seal is gone.</summary>
    public DraftAnswers Answers(PersonalDataSeal seal) =>
        seal.Open(AnswersSealed) is { } answers ? JsonSerializer.Deserialize<DraftAnswers>(answers)! : new DraftAnswers();

    internal void Keep(DraftAnswers answers, PersonalDataSeal seal, DateTimeOffset now) =>
        (AnswersSealed, SavedAt) = (seal.Seal(JsonSerializer.Serialize(answers)), now);

    /// <summary>Something that belongs to it was taken in.</summary>
    internal void Touch(DateTimeOffset now) => SavedAt = now;

    internal void Send(Guid matterId, DateTimeOffset now) => (AnswersSealed, SavedAt, MatterId) = (null, now, matterId);
}
