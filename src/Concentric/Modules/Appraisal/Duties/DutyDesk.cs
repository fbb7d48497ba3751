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
    TimeProvider Time,
    IStringLocalizer<AppraisalTexts> Text
)
{
    public Doer Doer => Doer.Of(Actor, Time);
}
