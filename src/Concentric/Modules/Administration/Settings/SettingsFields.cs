using System.ComponentModel.DataAnnotations;
using Concentric.Platform;
using Concentric.Platform.Tenancy;

namespace Concentric.Modules.Administration.Settings;

/// <summary>What can be set of a committee, as its form has it.</summary>
public sealed class SettingsFields
{
    [Required, StringLength(100)]
    public string? Name { get; set; }

    [Required, StringLength(30)]
    public string? ShortName { get; set; }

    [Required, StringLength(120)]
    public string? EnglishName { get; set; }

    [StringLength(20)]
    public string? DocumentCode { get; set; }

    [StringLength(60)]
    public string? Motto { get; set; }

    [StringLength(30)]
    public string? PartyBuilding { get; set; }

    [StringLength(30)]
    public string? Consultation { get; set; }

    [StringLength(30)]
    public string? Reading { get; set; }

    [Range(1, 99)]
    public int Term { get; set; }

    [Range(1949, 2200)]
    public int TermFrom { get; set; }

    [Range(1949, 2200)]
    public int TermTo { get; set; }

    [Required, StringLength(60)]
    public string? TimeZone { get; set; }

    [EmailAddress, StringLength(200)]
    public string? ContactEmail { get; set; }

    [StringLength(40)]
    public string? ContactPhone { get; set; }

    public static SettingsFields Of(Committee committee) =>
        new()
        {
            Name = committee.Name,
            ShortName = committee.ShortName,
            EnglishName = committee.EnglishName,
            DocumentCode = committee.DocumentCode,
            Motto = committee.Brand.Motto,
            PartyBuilding = committee.Brand.PartyBuilding,
            Consultation = committee.Brand.Consultation,
            Reading = committee.Brand.Reading,
            Term = committee.Term,
            TermFrom = committee.TermFrom,
            TermTo = committee.TermTo,
            TimeZone = committee.TimeZone,
            ContactEmail = committee.ContactEmail,
            ContactPhone = committee.ContactPhone,
        };

    public Refusal? WhyNotSave() =>
        TermTo < TermFrom ? new Refusal("TermEndsBeforeStart").At("Input.TermTo")
        : !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone!, out _)
            ? new Refusal("TimeZoneUnknown", TimeZone!).At("Input.TimeZone")
        : null;

    public void WriteTo(Committee committee)
    {
        committee.Name = Name!.Trim();
        committee.ShortName = ShortName!.Trim();
        committee.EnglishName = EnglishName!.Trim();
        committee.DocumentCode = DocumentCode?.Trim() ?? "";
        committee.Brand.Motto = Motto?.Trim() ?? "";
        committee.Brand.PartyBuilding = PartyBuilding?.Trim() ?? "";
        committee.Brand.Consultation = Consultation?.Trim() ?? "";
        committee.Brand.Reading = Reading?.Trim() ?? "";
        committee.Term = Term;
        committee.TermFrom = TermFrom;
        committee.TermTo = TermTo;
        committee.TimeZone = TimeZone!;
        committee.ContactEmail = ContactEmail?.Trim();
        committee.ContactPhone = ContactPhone?.Trim();
        committee.Version++;
    }

    /// <summary>Fields in which two forms differ: name, theirs, ours.</summary>
    public static IReadOnlyList<(string Field, string Theirs, string Yours)> Differences(
        SettingsFields theirs,
        SettingsFields yours
    ) =>
        [
            .. typeof(SettingsFields)
                .GetProperties()
                .Select(field =>
                    (field.Name, Theirs: field.GetValue(theirs)?.ToString() ?? "", Yours: field.GetValue(yours)?.ToString() ?? "")
                )
                .Where(pair => pair.Theirs != pair.Yours)
                .Select(pair => (pair.Name == nameof(Term) ? "TermNumber" : pair.Name, pair.Theirs, pair.Yours)),
        ];
}
