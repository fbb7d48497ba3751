using System.Text.Json;
using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Matters.Intake.Import;

/// <summary>One import of a ledger of matters.</summary>
public sealed class MatterImport : TableImport
{
    private const int MostTitlesKept = 10;
    private static readonly string[] Needed = ["day", "place"];
    private static readonly string[] Telling = ["title", "text"];

    /// <summary>Rows that were taken in before are left out instead of being told as problems.</summary>
    public bool LeaveOutKnown { get; private set; }

    /// <summary>Matters that the rows make.</summary>
    public int Matters { get; private set; }

    /// <summary>Rows that were taken in before.</summary>
    public int Known { get; private set; }

    /// <summary>Matters whose row has no title: the first sentence of the text is taken.</summary>
    public int TitlesMade { get; private set; }

    /// <summary>A JSON array of the first of them, with their rows.</summary>
    [NotInAudit]
    public string FirstTitles { get; private set; } = "[]";

    internal IReadOnlyList<MadeTitle> FirstMadeTitles => JsonSerializer.Deserialize<MadeTitle[]>(FirstTitles)!;

    internal void Assume(bool leaveOutKnown) => LeaveOutKnown = leaveOutKnown;

    public override Refusal? WhyNotMean(IReadOnlyList<string> meanings) =>
        Array.TrueForAll(Needed, meanings.Contains) && Array.Exists(Telling, meanings.Contains)
            ? null
            : new Refusal("MatterImportNeeds");

    protected override Refusal? WhyNothing() => Matters == 0 ? new Refusal("MatterImportAddsNothing") : null;

    internal void Found(MatterPlan plan, DateTimeOffset now)
    {
        (Matters, Known, TitlesMade) = (plan.Matters.Count, plan.Known, plan.MadeTitles.Count);
        FirstTitles = JsonSerializer.Serialize(plan.MadeTitles.Take(MostTitlesKept));
        Found(plan.Rows, plan.Problems, now);
    }
}
