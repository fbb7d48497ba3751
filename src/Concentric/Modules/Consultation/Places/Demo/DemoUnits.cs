using System.Globalization;
using Concentric.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Demo;

/// <summary>The demo world's handling units with their contacts.</summary>
internal static class DemoUnits
{
    internal static async Task FoundAsync(IServiceProvider services, DemoPlacesPlan plan, CancellationToken cancellation)
    {
        var (desk, seal) = (services.GetRequiredService<PlaceDesk>(), services.GetRequiredService<PersonalDataSeal>());
        var accounts = await desk
            .Db.Accounts.Where(account => account.PersonId == null)
            .ToDictionaryAsync(account => account.UserName, account => account.Id, cancellation);
        foreach (var (number, planned) in plan.Units.Index())
        {
            var (unit, step) = HandlingUnit.Found(new UnitDetails(planned.Name, planned.Tasks), planned.Slug, desk.Doer);
            desk.Db.AddRange(unit, step);
            foreach (var (at, post) in plan.ContactPosts.Index())
                Add(desk, seal, unit, Details(plan, number, at, post), at == 0 ? planned.Account : null, accounts);
        }

        await desk.Db.SaveChangesAsync(cancellation);
    }

    private static void Add(
        PlaceDesk desk,
        PersonalDataSeal seal,
        HandlingUnit unit,
        ContactDetails details,
        string? userName,
        Dictionary<string, Guid> accounts
    )
    {
        var (contact, added) = UnitContact.Add(unit, details, seal.Seal(Contacts.TidyPhone(details.Phone!)), desk.Doer);
        desk.Db.AddRange(contact, added);
        if (userName is not null)
            desk.Db.Add(contact.SignInBy(accounts[userName], desk.Doer));
    }

    private static ContactDetails Details(DemoPlacesPlan plan, int number, int at, string post) =>
        new(
            plan.Councils.Surnames[(number * 3 + at * 11) % plan.Councils.Surnames.Length]
                + plan.Councils.Given[(number * 5 + at * 7) % plan.Councils.Given.Count],
            post,
            // Begins with a zero after the area code, so that it cannot ring anywhere.
            string.Create(CultureInfo.InvariantCulture, $"{plan.AreaCode}009{number:00}{at:00}")
        );
}
