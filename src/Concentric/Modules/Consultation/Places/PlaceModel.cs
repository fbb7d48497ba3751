using Concentric.Modules.Consultation.Places.Import;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places;

/// <summary>Tables of places and their people.</summary>
internal static class PlaceModel
{
    private const int LongestActor = 200;

    internal static void Map(ModelBuilder model)
    {
        MapPlaces(model);
        MapImports(model);
        MapVenue<ConsultationRoom>(model, "consultation_rooms");
        MapVenue<MemberWorkstation>(model, "consultation_workstations");
        MapVenue<MemberStudio>(model, "consultation_studios");
        MapVenue<OpinionContactPoint>(model, "consultation_contact_points");
        MapCouncils(model);
        MapDeployments(model);
        MapUnits(model);
    }

    private static void MapPlaces(ModelBuilder model)
    {
        model.Entity<Place>(place =>
        {
            place.ToTable("consultation_places");
            place.Property(row => row.Name).HasMaxLength(Place.LongestName);
            place.Property(row => row.Slug).HasMaxLength(Place.LongestSlug);
            place.Property(row => row.Lineage).HasMaxLength(Place.MostLevels * (Place.LongestSlug + 1));
            place.Property(row => row.Address).HasMaxLength(Place.LongestAddress);
            place.Property(row => row.Latitude).HasPrecision(9, 6);
            place.Property(row => row.Longitude).HasPrecision(9, 6);
            place.Property(row => row.ClosedBecause).HasMaxLength(Place.LongestReason);
            place.Property(row => row.NameKey).HasMaxLength(Place.MostLevels * (Place.LongestSlug + 1) + Place.LongestName);
            place.Ignore(row => row.LineageAbove);
            place.HasIndex(row => new { row.CommitteeId, row.Slug }).IsUnique();
            place.HasIndex(row => new { row.CommitteeId, row.NameKey }).IsUnique();
            place.HasIndex(row => new { row.CommitteeId, row.Lineage });
            place
                .HasOne<Place>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.ParentId })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PlaceStep>(step =>
        {
            Step.Map(step, "consultation_place_steps", Place.LongestReason);
            step.Property(row => row.Detail).HasMaxLength(PlaceStep.LongestDetail);
            step.HasIndex(row => new
            {
                row.CommitteeId,
                row.SubjectId,
                row.At,
            });
        });
    }

    private static void MapImports(ModelBuilder model)
    {
        model.Entity<PlaceImport>(run =>
        {
            run.ToTable("consultation_place_imports");
            run.Property(row => row.FileName).HasMaxLength(255);
            run.Property(row => row.StartedBy).HasMaxLength(LongestActor);
            run.Property(row => row.Failure).HasMaxLength(60);
            run.HasIndex(row => new { row.CommitteeId, row.CreatedAt });
        });
        model.Entity<DeploymentImport>(run =>
        {
            run.ToTable("consultation_deployment_imports");
            run.Property(row => row.DefaultOffice).HasMaxLength(60);
            run.Property(row => row.DefaultBasis).HasMaxLength(Deployment.LongestBasis);
            run.Property(row => row.FileName).HasMaxLength(255);
            run.Property(row => row.StartedBy).HasMaxLength(LongestActor);
            run.Property(row => row.Failure).HasMaxLength(60);
            run.HasIndex(row => new { row.CommitteeId, row.CreatedAt });
        });
    }

    private static void MapVenue<T>(ModelBuilder model, string table)
        where T : PlaceVenue
    {
        var venue = model.Entity<T>();
        venue.ToTable(table);
        venue.Ignore(row => row.Kind);
        venue.Property(row => row.Name).HasMaxLength(PlaceVenue.LongestName);
        venue.Property(row => row.Address).HasMaxLength(PlaceVenue.LongestAddress);
        venue.Property(row => row.About).HasMaxLength(PlaceVenue.LongestAbout);
        venue.Property(row => row.Meets).HasMaxLength(PlaceVenue.LongestMeets);
        venue.Property(row => row.PublicPhone).HasMaxLength(PlaceVenue.LongestPhone);
        venue.Property(row => row.MemberName).HasMaxLength(Deployment.LongestName);
        venue.Property(row => row.ClosedBecause).HasMaxLength(Place.LongestReason);
        venue.BelongsTo<T, Place>(nameof(PlaceVenue.PlaceId));
        venue.HasIndex(row => new { row.CommitteeId, row.PlaceId });
        venue.HasIndex(row => new { row.CommitteeId, row.MembershipId });
    }

    private static void MapCouncils(ModelBuilder model)
    {
        model.Entity<ConsultationCouncil>(council =>
        {
            council.ToTable("consultation_councils");
            council.Property(row => row.Name).HasMaxLength(ConsultationCouncil.LongestName);
            council.Property(row => row.ClosedBecause).HasMaxLength(Place.LongestReason);
            council.BelongsTo<ConsultationCouncil, Place>(nameof(ConsultationCouncil.PlaceId));
            council.HasIndex(row => new { row.CommitteeId, row.PlaceId });
        });
        model.Entity<CouncilSeat>(seat =>
        {
            seat.ToTable("consultation_council_seats");
            seat.Property(row => row.SeatKind).HasMaxLength(40);
            seat.Property(row => row.Name).HasMaxLength(CouncilSeat.LongestName);
            seat.Property(row => row.Post).HasMaxLength(CouncilSeat.LongestPost);
            seat.Property(row => row.LeftBecause).HasMaxLength(Place.LongestReason);
            seat.BelongsTo<CouncilSeat, ConsultationCouncil>(nameof(CouncilSeat.CouncilId));
            seat.HasIndex(row => new
            {
                row.CommitteeId,
                row.CouncilId,
                row.Term,
            });
            seat.HasIndex(row => new { row.CommitteeId, row.MembershipId });
        });
    }

    private static void MapDeployments(ModelBuilder model) =>
        model.Entity<Deployment>(deployment =>
        {
            deployment.ToTable("consultation_deployments");
            deployment.Property(row => row.MemberName).HasMaxLength(Deployment.LongestName);
            deployment.Property(row => row.Basis).HasMaxLength(Deployment.LongestBasis);
            deployment.Property(row => row.EndedBecause).HasMaxLength(Place.LongestReason);
            deployment.Property(row => row.Office).HasMaxLength(60);
            deployment.BelongsTo<Deployment, Place>(nameof(Deployment.PlaceId));
            deployment
                .HasOne<MemberWorkstation>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.WorkstationId })
                .OnDelete(DeleteBehavior.Restrict);
            // A member stands once at a place; what has ended may begin again.
            deployment
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.PlaceId,
                    row.MembershipId,
                })
                .IsUnique()
                .HasFilter("state = 'Standing'");
            deployment.HasIndex(row => new
            {
                row.CommitteeId,
                row.PlaceId,
                row.State,
            });
            deployment.HasIndex(row => new { row.CommitteeId, row.PersonId });
            deployment.HasIndex(row => new { row.CommitteeId, row.MembershipId });
        });

    private static void MapUnits(ModelBuilder model)
    {
        model.Entity<HandlingUnit>(unit =>
        {
            unit.ToTable("consultation_handling_units");
            unit.Property(row => row.Name).HasMaxLength(HandlingUnit.LongestName);
            unit.Property(row => row.Slug).HasMaxLength(HandlingUnit.LongestSlug);
            unit.Property(row => row.Tasks).HasMaxLength(HandlingUnit.LongestTask);
            unit.Property(row => row.ClosedBecause).HasMaxLength(Place.LongestReason);
            unit.HasIndex(row => new { row.CommitteeId, row.Slug }).IsUnique();
        });
        model.Entity<UnitContact>(contact =>
        {
            contact.ToTable("consultation_unit_contacts");
            contact.Property(row => row.Name).HasMaxLength(UnitContact.LongestName);
            contact.Property(row => row.Post).HasMaxLength(UnitContact.LongestPost);
            contact.BelongsTo<UnitContact, HandlingUnit>(nameof(UnitContact.UnitId));
            contact.HasIndex(row => new { row.CommitteeId, row.UnitId });
        });
    }
}
