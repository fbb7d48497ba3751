using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Platform.Messages;

/// <summary>Tells people something: in the product, beside whatever else the same save commits.</summary>
public sealed class Messages(AppDb db, TimeProvider time)
{
    /// <summary>Adds the message to the next save.</summary>
    public void Send(NewMessage message) =>
        db.Add(
            new Message
            {
                AccountId = message.AccountId,
                Kind = message.Kind,
                Title = message.Title.Length > Message.LongestTitle ? message.Title[..Message.LongestTitle] : message.Title,
                Body = message.Body,
                Path = message.Path,
                SentAt = time.GetUtcNow(),
            }
        );
}

/// <summary>A message about to be sent.</summary>
public sealed record NewMessage
{
    public required Guid AccountId { get; init; }

    /// <summary>Module, dot, what it tells of: <c>meetings.notice</c>.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }

    /// <summary>Where it leads, below the committee: begins with a slash.</summary>
    public required string Path { get; init; }
}

/// <summary>消息: something that one account is told.</summary>
[OutsideAudit]
public sealed class Message : CommitteeEntity
{
    public const int LongestTitle = 300;

    public Guid AccountId { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public required string Path { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When it was handed to the mail server; null where there is none or the account has no address.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    public void Mailed(DateTimeOffset now) => MailedAt ??= now;
}
