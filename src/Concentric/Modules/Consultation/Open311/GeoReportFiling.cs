using System.Security.Cryptography;
using System.Text;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Formats.Open311;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Open311;

/// <summary>Takes in what a program sends by GeoReport, as a matter like any other. Nothing that a link points at is fetched.</summary>
internal sealed class GeoReportFiling(
    AppDb db,
    GeoReportReading reading,
    GeoReportPlaces places,
    MatterIntake intake,
    CurrentCommittee committee,
    IStringLocalizer<ConsultationTexts> text,
    Words words,
    TimeProvider time
)
{
    /// <summary>The key behind a secret; none when there is no such key, or it is blocked.</summary>
    internal async Task<Open311Key?> KeyAsync(string? secret, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(secret))
            return null;
        var digest = Open311Key.DigestOf(secret);
        return await db.Set<Open311Key>()
            .AsNoTracking()
            .SingleOrDefaultAsync(key => key.Digest == digest && key.BlockedAt == null, cancellation);
    }

    /// <summary>Keeps the request; the same one sent again on the same day is the same matter.</summary>
    internal async Task<(RequestReceipt? Receipt, IReadOnlyList<GeoReportFault> Faults)> TakeAsync(
        Open311Key key,
        IFormCollection form,
        HttpRequest http,
        CancellationToken cancellation
    )
    {
        var (request, found) = SentRequest.Read(
            form.Select(field => KeyValuePair.Create(field.Key, (IReadOnlyList<string>)[.. field.Value.OfType<string>()]))
        );
        var faults = new List<GeoReportFault>(found);
        if (request.ServiceCode is { } code && !reading.IsService(code))
            faults.Add(new(GeoReportFault.NotFound, "ServiceUnknown", code));
        var (place, lost) = await places.FindAsync(request, cancellation);
        if (lost is not null && !faults.Exists(fault => fault.Key == "LocationMissing"))
            faults.Add(lost);
        if (faults.Count > 0)
            return (null, faults);
        var details = DetailsOf(request, place!.Id);
        var submitter = new SubmitterDetails(request.Name, request.Phone, request.Email);
        var matter = new NewMatter(details) { Submitter = submitter };
        faults.AddRange((await intake.FaultsAsync(matter, cancellation)).Select(Told));
        return faults.Count > 0 ? (null, faults) : (await KeepAsync(key, form, request, matter, http, cancellation), []);
    }

    private async Task<RequestReceipt> KeepAsync(
        Open311Key key,
        IFormCollection form,
        SentRequest request,
        NewMatter matter,
        HttpRequest http,
        CancellationToken cancellation
    )
    {
        var digest = DigestOf(form);
        if (await KnownAsync(key, digest, cancellation) is { } known)
            return Known(known, request);
        try
        {
            var collected = await intake.AddAsync(matter, cancellation);
            db.Add(Open311Filing.Of(key, collected.Matter.Id, digest, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
            var notice = text["Open311.Notice", collected.Code, SiteAddress.Of(http) + "/matters/follow"];
            return new RequestReceipt(collected.Matter.Id.ToString(), notice, request.AccountId);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            // The same request came twice at once: the other one was first.
            db.ChangeTracker.Clear();
            if (await KnownAsync(key, digest, cancellation) is not { } twin)
                throw;
            return Known(twin, request);
        }
    }

    private RequestReceipt Known(Guid id, SentRequest request) =>
        new(id.ToString(), text["Open311.Notice.Known"], request.AccountId);

    private async Task<Guid?> KnownAsync(Open311Key key, string digest, CancellationToken cancellation) =>
        await db.Set<Open311Filing>()
            .Where(filing => filing.KeyId == key.Id && filing.Digest == digest)
            .Select(filing => (Guid?)filing.MatterId)
            .SingleOrDefaultAsync(cancellation);

    private MatterDetails DetailsOf(SentRequest request, Guid placeId) =>
        new()
        {
            Title = request.Attribute(GeoReportReading.TitleAttribute),
            Text = request.MediaUrl is { } link ? $"{ToldBy(request)}\n\n{text["Open311.Media", link]}" : ToldBy(request),
            PlaceId = placeId,
            Locality = request.Address,
            Latitude = request.HasPoint ? request.Latitude : null,
            Longitude = request.HasPoint ? request.Longitude : null,
            Topic = request.ServiceCode,
            Source = MatterSource.Public,
            Channel = IntakeChannel.Open311,
        };

    /// <summary>What it is about; the service says it where nobody wrote a word.</summary>
    private string ToldBy(SentRequest request) =>
        request.Description
        ?? request.Attribute(GeoReportReading.TitleAttribute)
        ?? text["Open311.NoDescription", reading.NameOf(request.ServiceCode!)].Value;

    private GeoReportFault Told(Refusal refusal) => new(GeoReportFault.BadRequest, "Refused", words.Of(refusal));

    private string DigestOf(IFormCollection form)
    {
        var said = new StringBuilder(DisplayFormat.ShortDate(committee.Today(time)));
        foreach (var field in form.Where(field => field.Key != "api_key").OrderBy(field => field.Key, StringComparer.Ordinal))
            said.Append('\n').Append(field.Key).Append('=').AppendJoin('\u001F', field.Value.ToArray());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));
    }
}
