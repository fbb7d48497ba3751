using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concentric.Modules.Members.MemberFile;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using MiniExcelLibs;

namespace Concentric.Modules.Members.My;

/// <summary>我的数据: everything that is kept about the member who asks, to take along (PIPL art. 45), as JSON or XLSX.</summary>
internal static class MyData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    internal static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/my/file/data", SendAsync).WithMetadata(new RequireSignInAttribute());

    private static async Task<IResult> SendAsync(
        string? format,
        AppDb db,
        MaskedFields masked,
        DutyFacts duty,
        CurrentActor actor,
        CurrentCommittee committee,
        IStringLocalizer<MembersTexts> texts,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        if (actor.PersonId is not { } id)
            return Results.NotFound();
        var person = await db.Set<Person>()
            .AsNoTracking()
            .Include(row => row.Memberships)
                .ThenInclude(seat => seat.EarlierDuties)
            .SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (person is null)
            return Results.NotFound();
        response.Headers.CacheControl = "no-store";
        var looks = await db.Set<FieldLook>()
            .AsNoTracking()
            .Where(look => look.PersonId == id)
            .OrderBy(look => look.At)
            .ToListAsync(cancellation);
        var facts = await duty.DescribeAsync(
            await duty.Of(person).Take(5000).ToListAsync(cancellation),
            person,
            forOffice: false
        );
        var shown = masked.Open(person);
        return format == "xlsx"
            ? Results.Bytes(Workbook(person, shown, looks, facts, texts), ListTemplate.ContentType, "my-data.xlsx")
            : Results.Bytes(
                JsonSerializer.SerializeToUtf8Bytes(Document(committee.Value.Slug, person, shown, looks, facts), Json),
                "application/json",
                "my-data.json"
            );
    }

    private static object Document(
        string committee,
        Person person,
        ShownFields shown,
        IReadOnlyList<FieldLook> looks,
        IReadOnlyList<DutyLine> facts
    ) =>
        new
        {
            committee,
            person = new
            {
                person.Id,
                person.Name,
                person.Sex,
                bornIn = person.BornIn is { } month ? MonthText.Write(month) : null,
                shown.Party,
                shown.Ethnicity,
                person.Education,
                person.Unit,
                person.Post,
                person.ResidentPlace,
                shown.Phone,
                shown.Email,
                shown.Address,
            },
            memberships = person.Memberships.Select(seat => new
            {
                seat.Id,
                seat.Level,
                seat.Term,
                seat.Sector,
                seat.Duty,
                seat.StartsOn,
                seat.EndsOn,
                seat.EndReason,
                earlierDuties = seat.EarlierDuties.Select(earlier => new
                {
                    earlier.Duty,
                    earlier.LastDay,
                    earlier.Basis,
                }),
            }),
            duty = facts.Select(fact => new
            {
                fact.Day,
                fact.Kind,
                fact.Title,
            }),
            looks = looks.Select(look => new
            {
                look.At,
                look.ViewerName,
                fields = look.Fields.Split(','),
            }),
        };

    private static byte[] Workbook(
        Person person,
        ShownFields shown,
        IReadOnlyList<FieldLook> looks,
        IReadOnlyList<DutyLine> facts,
        IStringLocalizer<MembersTexts> texts
    )
    {
        var sheets = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [texts["Person"]] = PersonLines(person, shown, texts)
                .Select(line => Row((texts["Field"], line.Label), (texts["Value"], line.Value)))
                .ToList(),
            [texts["Seats"]] = person
                .Memberships.SelectMany(seat => seat.DutySpans().Select(span => (Seat: seat, Span: span)))
                .Select(row =>
                    Row(
                        (texts["Level"], texts["Level." + row.Seat.Level].Value),
                        (texts["Term"], row.Seat.Term),
                        (texts["Duty"], texts["Duty." + row.Span.Duty].Value),
                        (texts["StartsOn"], DisplayFormat.ShortDate(row.Span.From)),
                        (texts["EndsOn"], row.Span.To is { } last ? DisplayFormat.ShortDate(last) : null)
                    )
                )
                .ToList(),
        };
        if (facts.Count > 0)
        {
            sheets[texts["Tab.Duty"]] = facts
                .Select(fact =>
                    Row(
                        (texts["Duty.Day"], DisplayFormat.ShortDate(fact.Day)),
                        (texts["Duty.What"], fact.Kind),
                        (texts["Duty.Record"], fact.Title)
                    )
                )
                .ToList();
        }

        if (looks.Count > 0)
            sheets[texts["Looks"]] = looks
                .Select(look => Row((texts["Name"], look.ViewerName), (texts["Field"], look.Fields)))
                .ToList();
        using var stream = new MemoryStream();
        stream.SaveAs(sheets);
        return stream.ToArray();
    }

    private static (string Label, string? Value)[] PersonLines(
        Person person,
        ShownFields shown,
        IStringLocalizer<MembersTexts> texts
    ) =>
        [
            (texts["Name"], person.Name),
            (texts["Sex"], person.Sex is { } sex ? texts["Sex." + sex].Value : null),
            (texts["BornIn"], person.BornIn is { } month ? MonthText.Write(month) : null),
            (texts["Party"], shown.Party),
            (texts["Ethnicity"], shown.Ethnicity),
            (texts["Education"], person.Education),
            (texts["Unit"], person.Unit),
            (texts["Post"], person.Post),
            (texts["Place"], person.ResidentPlace),
            (texts["Phone"], shown.Phone),
            (texts["Email"], shown.Email),
            (texts["Address"], shown.Address),
        ];

    private static Dictionary<string, object?> Row(params (string Heading, object? Value)[] cells) =>
        cells.ToDictionary(cell => cell.Heading, cell => cell.Value, StringComparer.Ordinal);
}
