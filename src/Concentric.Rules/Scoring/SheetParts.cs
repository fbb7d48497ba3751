namespace Concentric.Rules.Scoring;

/// <summary>Takes a sheet apart into everything that it rules on, in the order of the sheet.</summary>
public static partial class SheetParts
{
    public static IReadOnlyList<SheetPart> Of(RuleSheet sheet) =>
        [
            About(sheet),
            Scale(sheet),
            new(SheetArea.Roles, "", "", new FacetList().With("Role", RoleFacets(sheet)).All),
            Population(sheet.Population),
            .. sheet.MinimumDuties.Select(duty => Duty(sheet, duty)),
            .. sheet.Categories.SelectMany(category => Category(sheet, category)),
            .. sheet.Bonus.Select(item => Item(sheet, item, new(SheetArea.Bonus, "", ""))),
            .. sheet.Deductions.Select(item => Item(sheet, item, new(SheetArea.Deduction, "", ""))),
            .. sheet.SameFact.Select(group => SameFact(sheet, group)),
            .. sheet.Vetoes.Select(veto => Veto(sheet, veto)),
            .. Grades(sheet),
            Cycle(sheet.Cycle),
            .. sheet.Examples.Select(example => Example(sheet, example)),
        ];

    private static SheetPart About(RuleSheet sheet) =>
        new(
            SheetArea.About,
            "",
            "",
            new FacetList()
                .With("Title", sheet.Title)
                .With("TitleEn", sheet.TitleEn)
                .With("Span", new SheetSpan(sheet.From, sheet.To))
                .With("AdoptedBy", sheet.AdoptedBy)
                .With("AdoptedOn", sheet.AdoptedOn)
                .With("Basis", sheet.Basis)
                .With("Source", sheet.Source)
                .All
        );

    private static SheetPart Scale(RuleSheet sheet) =>
        new(
            SheetArea.Scale,
            "",
            "",
            new FacetList()
                .With("Shape", sheet.Shape)
                .With("Base", sheet.Scale.Base)
                .With("BonusCap", sheet.Scale.BonusCap)
                .With("Ceiling", sheet.Scale.Ceiling)
                .With("Floor", sheet.Scale.Floor)
                .With("Decimals", sheet.Scale.Decimals)
                .All
        );

    private static IEnumerable<SheetFacet> RoleFacets(RuleSheet sheet) =>
        sheet.Roles.Select(role => new SheetFacet("Role", new RoleTitle(sheet.RoleName(role.Key)), role.Key));

    private static SheetPart Population(Population population) =>
        new(
            SheetArea.Population,
            "",
            "",
            new FacetList()
                .With("OutsideContest", population.OutsideContest)
                .With("NoGradeBelowMonths", population.NoGradeBelowMonths)
                .With("NoGradeFromLeaveMonths", population.NoGradeFromLeaveMonths)
                .With("ProRata", population.ProRata)
                .All
        );

    private static SheetPart Duty(RuleSheet sheet, MinimumDuty duty) =>
        new(
            SheetArea.MinimumDuty,
            duty.Id,
            duty.Title,
            new FacetList()
                .With("Title", duty.Title)
                .With("TitleEn", duty.TitleEn)
                .With("AtLeast", duty.AtLeast)
                .With("Counts", duty.Counts)
                .With("For", RoleNames(sheet, duty.For))
                .All
        )
        {
            TitleEn = duty.TitleEn,
        };

    private static SheetPart SameFact(RuleSheet sheet, SameFactGroup group) =>
        new(
            SheetArea.SameFact,
            group.Id,
            "",
            new FacetList().With("Items", (List<SheetName>)[.. group.Items.Select(id => ItemName(sheet, id))]).All
        );

    private static SheetPart Veto(RuleSheet sheet, VetoRule veto)
    {
        var facets = new FacetList()
            .With("Title", veto.Title)
            .With("TitleEn", veto.TitleEn)
            .With("DecidedBy", veto.DecidedBy)
            .With("GradeAtMost", GradeName(sheet, veto.GradeAtMost))
            .With("Refer", veto.Refer)
            .With("Condition", veto.Counts);
        if (veto.Counts.Count > 0)
            facets
                .With("AtLeast", veto.FewerThan is null ? veto.AtLeast : null)
                .With("FewerThan", veto.FewerThan)
                .With("YearsInARow", veto.YearsInARow > 1 ? veto.YearsInARow : null)
                .With("WholeTerm", veto.WithinTerm);
        return new(SheetArea.Veto, veto.Id, veto.Title, facets.All) { TitleEn = veto.TitleEn };
    }

    private static IEnumerable<SheetPart> Grades(RuleSheet sheet)
    {
        if (sheet.Grades is not { } grades)
            yield break;
        foreach (var level in grades.Levels)
            yield return new(
                SheetArea.Grade,
                level.Id,
                level.Title,
                new FacetList().With("Title", level.Title).With("TitleEn", level.TitleEn).With("From", level.From).All
            )
            {
                TitleEn = level.TitleEn,
            };
        yield return new(
            SheetArea.Grade,
            "",
            "",
            new FacetList().With("MinimumUnmet", grades.MinimumUnmetAtMost is { } unmet ? GradeName(sheet, unmet) : null).All
        );
        if (grades.Quota is { } quota)
            yield return Quota(sheet, quota);
        foreach (var consequence in grades.Consequences)
            yield return Consequence(sheet, consequence);
    }

    private static SheetPart Quota(RuleSheet sheet, GradeQuota quota) =>
        new(
            SheetArea.Quota,
            "",
            "",
            new FacetList()
                .With("QuotaGrade", GradeName(sheet, quota.Grade))
                .With("Share", quota.ShareThousandths)
                .With("AtMost", quota.AtMost)
                .With("OthersGet", GradeName(sheet, quota.OthersGet))
                .With(
                    "Order",
                    (List<SheetTie>)
                        [.. quota.Order.Select(rule => new SheetTie(rule.By, [.. rule.Items.Select(id => ItemName(sheet, id))]))]
                )
                .With("DecidedBy", quota.DecidedBy)
                .All
        );

    private static SheetPart Consequence(RuleSheet sheet, GradeConsequence consequence) =>
        new(
            SheetArea.Consequence,
            $"{consequence.Grade}/{consequence.YearsInARow}/{consequence.WithinTerm}",
            GradeName(sheet, consequence.Grade).Title,
            new FacetList()
                .With("YearsInARow", consequence.YearsInARow > 1 ? consequence.YearsInARow : null)
                .With("TimesInTerm", consequence.WithinTerm)
                .With("Then", consequence.Then)
                .All
        )
        {
            TitleEn = GradeName(sheet, consequence.Grade).TitleEn,
        };

    private static SheetPart Cycle(CycleRules cycle) =>
        new(
            SheetArea.Cycle,
            "",
            "",
            new FacetList()
                .With("SelfCheckDays", cycle.SelfCheckDays)
                .With("PublicityDays", cycle.PublicityDays)
                .With("ObjectionDays", cycle.ObjectionDays)
                .With("FirstAnswerDays", cycle.FirstAnswerDays)
                .With("SecondAnswerDays", cycle.SecondAnswerDays)
                .All
        );
}
