using System.Security.Cryptography;
using System.Text;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Rules.Opinion;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>What a voice hangs on.</summary>
public enum VoiceKind
{
    /// <summary>A browser, by a random cookie.</summary>
    Device,

    /// <summary>An account that is signed in.</summary>
    Account,

    /// <summary>A pseudonym of an imported file.</summary>
    Imported,
}

/// <summary>
/// One voice in one question. Only a digest of the device's or account's secret and the question is kept: it says nothing about who it is,
/// and voices of one device in two questions cannot be told to be the same.
/// </summary>
[OutsideAudit]
public sealed class OpinionVoter : CommitteeEntity
{
    public required Guid QuestionId { get; init; }
    public required VoiceKind Kind { get; init; }

    /// <summary>SHA-256, hexadecimal; unique in the question.</summary>
    public required string Digest { get; init; }
    public required DateTimeOffset CameAt { get; init; }

    internal static string DigestOf(Guid questionId, VoiceKind kind, string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{questionId:N}|{kind}|{secret}")));
}

/// <summary>A voter's answer to a statement. A later one takes its place.</summary>
[OutsideAudit]
public sealed class OpinionVote : CommitteeEntity
{
    public required Guid QuestionId { get; init; }
    public required Guid VoterId { get; init; }
    public required Guid StatementId { get; init; }
    public required Vote Choice { get; set; }
    public required DateTimeOffset CastAt { get; set; }
}

/// <summary>A voter's word that a statement breaks the rules, until a moderator has looked.</summary>
public sealed class OpinionFlag : CommitteeEntity
{
    public const int LongestWords = 200;

    public required Guid QuestionId { get; init; }
    public required Guid StatementId { get; init; }
    public required Guid VoterId { get; init; }
    public required string Words { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When a moderator looked at it.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    public void See(DateTimeOffset now) => SeenAt ??= now;
}

/// <summary>The map of a question as it was last worked out, and from how many votes.</summary>
[OutsideAudit]
public sealed class OpinionResult : CommitteeEntity
{
    public required Guid QuestionId { get; init; }

    /// <summary>Who answered at least one statement that is shown.</summary>
    public int Voters { get; set; }
    public int Votes { get; set; }

    /// <summary>Sum over the votes, to know the same votes again.</summary>
    public long Digest { get; set; }

    /// <summary>Votes and decisions up to here are surely in it.</summary>
    public DateTimeOffset AsOf { get; set; }
    public DateTimeOffset ComputedAt { get; set; }

    /// <summary>An <see cref="OpinionPicture"/> as JSON.</summary>
    public string Picture { get; set; } = "";
}
