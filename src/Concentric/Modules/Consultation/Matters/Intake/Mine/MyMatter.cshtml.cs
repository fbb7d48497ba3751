using Concentric.Modules.Consultation.Matters.Intake.Follow;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake.Mine;

/// <summary>One matter of the own ones, as the page of the code shows it: the seat is the permission here.</summary>
[RequireSignIn]
public sealed class MyMatterPage(
    AppDb db,
    OwnSeat own,
    MatterDesk desk,
    MatterActs acts,
    SubmitterActs submitter,
    FollowedMatters followed,
    FileStore files
) : FollowedMatterPage(db, acts, submitter, followed, files)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override string At => $"/my/matters/{Id}";

    protected override async Task<Matter?> FindAsync(CancellationToken cancellation) =>
        await (await own.MattersAsync(cancellation)).AnyAsync(matter => matter.Id == Id, cancellation)
            ? await desk.FindWholeAsync(Id, cancellation)
            : null;
}
