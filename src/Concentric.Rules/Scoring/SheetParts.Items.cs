namespace Concentric.Rules.Scoring;

/// <summary>Categories, items and worked examples.</summary>
public static partial class SheetParts
{
    /// <summary>The category itself, then its items.</summary>
    private static IEnumerable<SheetPart> Category(RuleSheet sheet, RuleCategory category)
    {
        yield return new(
            SheetArea.Category,
            category.Id,
            category.Title,
            new FacetList()
                .With("Title", category.Title)
                .With("TitleEn", category.TitleEn)
                .With("Cap", category.Cap)
                .With("StartsAt", category.StartsAt)
                .All
        )
        {
            TitleEn = category.TitleEn,
        };
        var place = new SheetPlace(SheetArea.Item, category.Id, category.Title, category.TitleEn);
        foreach (var item in category.Items)
            yield return Item(sheet, item, place);
    }

    private static SheetPart Item(RuleSheet sheet, RuleItem item, SheetPlace place) =>
        new(
            place.Area,
            item.Id,
            item.Title,
            new FacetList()
                .With("Title", item.Title)
                .With("TitleEn", item.TitleEn)
                .With("Place", place)
                .With("Unit", item.Unit)
                .With(item.Takes ? "Takes" : "Points", PointsOf(item))
                .With("Cap", item.Cap)
                .With("StepCap", item.CapPerStep.Select(cap => new SheetFacet("", cap.Value, cap.Key)))
                .With("Ladder", item.Ladder)
                .With("FromNth", item.FromNth > 1 ? item.FromNth : null)
                .With("UpToNth", item.UpToNth)
                .With("OnceAt", item.OnceAt)
                .With("Limits", item.Limits)
                .With("Split", item.Split is { } split ? split with { At = default } : null)
                .With("For", RoleNames(sheet, item.For))
                .With("SubstituteFor", item.SubstituteFor is { } other ? ItemName(sheet, other) : null)
                .With("Counts", item.Counts)
                .With("Recorder", item.Recorder)
                .With("Rule", item.Rule)
                .All
        )
        {
            Place = place,
            TitleEn = item.TitleEn,
        };

    private static IEnumerable<SheetFacet> PointsOf(RuleItem item) =>
        item.PerUnit is { } one ? [new("", one)] : item.PerStep.Select(step => new SheetFacet("", step.Value, step.Key));

    private static SheetPart Example(RuleSheet sheet, SheetExample example)
    {
        var counts = example
            .Counts.Select(count => count with { Item = ItemName(sheet, count.Item).Title, At = default })
            .ToList();
        return new(
            SheetArea.Example,
            example.Name,
            example.Name,
            new FacetList()
                .With("Facts", new ExampleFacts(counts, example.Facts.Count, Told(example)))
                .With("Expected", example.Expect.Select(value => Expected(sheet, value)))
                .All
        );
    }

    private static SheetFacet Expected(RuleSheet sheet, ExampleExpectation expected)
    {
        var parts = expected.Path.Split('.', 2);
        INamedPart? part = parts[0] switch
        {
            "categories" => sheet.Categories.FirstOrDefault(category => category.Id == parts[^1]),
            "items" => ItemName(sheet, parts[^1]),
            _ => null,
        };
        return new("", ExpectedValue(sheet, parts[0], expected.Value), expected.Path, part);
    }

    /// <summary>A value, with what people read in place of ids.</summary>
    private static SheetName ExpectedValue(RuleSheet sheet, string path, string value) =>
        path switch
        {
            "grade" => GradeName(sheet, value),
            "unmet" => Listed(value, id => sheet.MinimumDuties.FirstOrDefault(duty => duty.Id == id)),
            "toBeDecided" => Listed(value, id => sheet.Vetoes.FirstOrDefault(veto => veto.Id == id)),
            _ => new(value, value),
        };

    private static SheetName Listed(string ids, Func<string, INamedPart?> find)
    {
        var named = ids.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(id => NameOf(id, find(id))).ToList();
        return new(
            ids,
            string.Join("; ", named.Select(name => name.Title)),
            string.Join("; ", named.Select(name => name.TitleEn ?? name.Title))
        );
    }

    private static string Told(SheetExample example)
    {
        var member = example.Member;
        IEnumerable<string> told =
        [
            .. example.Counts.Select(count => $"{count.Item} {count.Step} {count.Count}"),
            .. example.Facts.Select(fact =>
                $"{fact.Kind} {fact.Category} {fact.Day:O} {fact.Step} {fact.Quantity} {fact.Thing} {fact.Retracted} "
                + string.Join(' ', fact.Attributes.Select(one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal))
            ),
            .. member.Roles.Select(role => role.Role),
            .. member.Duties,
            .. member.Vetoes.Select(veto => $"{veto.Veto} {veto.DecidedOn:O}"),
            .. member.Past.Select(year => $"{year.Year} {year.Grade} {string.Join(' ', year.Counts)}"),
            $"{member.LongLeaveMonths}",
        ];
        return string.Join('\n', told);
    }

    private static List<SheetName> RoleNames(RuleSheet sheet, IReadOnlyList<string> roles) => [.. roles.Select(sheet.RoleName)];

    private static SheetName ItemName(RuleSheet sheet, string id) =>
        NameOf(id, sheet.AllItems.FirstOrDefault(item => item.Id == id));

    private static SheetName GradeName(RuleSheet sheet, string id) =>
        NameOf(id, sheet.Grades?.Levels.FirstOrDefault(level => level.Id == id));

    private static SheetName NameOf(string id, INamedPart? part) => new(id, part?.Title ?? id, part?.TitleEn);
}
