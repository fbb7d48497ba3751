using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Modules.Portal.Views;

/// <summary>阅读量: how often an article was read on one day. Nothing about who read it is kept anywhere.</summary>
[OutsideAudit]
public sealed class ArticleView : CommitteeEntity
{
    public Guid ArticleId { get; init; }
    public DateOnly Day { get; init; }
    public long Count { get; private set; }

    internal void Add(long more) => Count += more;
}
