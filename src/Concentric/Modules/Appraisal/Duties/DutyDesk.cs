using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>What the pages of registered duties need.</summary>
public sealed record DutyDesk(
    AppDb Db,
    DutyBook Book,
    DutyConfirming Confirming,
    DutyWords Words,
    MembersApi Members,
    FileStore Files,
    CurrentActor Actor,
    ActorField Field,
    TimeProvider Time,
    IStringLocalizer<AppraisalTexts> Text
)
{
    public Doer Doer => Doer.Of(Actor, Time);

    /// <summary>Whether the reader may do this with a record of its office.</summary>
    public bool May(string permission, DutyRecord record) => Actor.Can(permission) && Field.Covers(permission, record.Office);
}
