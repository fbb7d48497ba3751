using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>The verbs that need words and nothing else. Which permission it takes depends on the verb, and is asked with the matter.</summary>
[RequirePermission(MatterPermissions.Read)]
public sealed class WordsActPage(MatterActs acts) : MatterActPage(acts)
{
    [FromRoute(Name = "verb")]
    public string Slug { get; set; } = "";

    public override MatterVerb Verb =>
        Slug switch
        {
            "withdraw" => MatterVerb.Withdraw,
            "take-up-again" => MatterVerb.TakeUpAgain,
            "approve" => MatterVerb.Approve,
            "settle-return" => MatterVerb.SettleReturn,
            "reopen" => MatterVerb.Reopen,
            "conceal" => MatterVerb.Conceal,
            _ => MatterVerb.AddWords,
        };

    public override bool IsDangerous => Verb is MatterVerb.Withdraw or MatterVerb.Conceal;

    /// <summary>What is reopened after a visit that found it undone is reopened for what the visit found.</summary>
    protected override Task PrefillAsync(CancellationToken cancellation)
    {
        if (Verb == MatterVerb.Reopen && Matter.Held == false)
            Words = Matter.Steps.FindLast(step => step.Verb == MatterVerb.Revisit)?.Words;
        return Task.CompletedTask;
    }

    protected override MatterDeed Deed() =>
        new(
            Verb,
            Verb switch
            {
                MatterVerb.Withdraw => (matter, act) => matter.Withdraw(Words, act),
                MatterVerb.TakeUpAgain => (matter, act) => matter.TakeUpAgain(Words, act),
                MatterVerb.Approve => (matter, act) => matter.Approve(Words, act),
                MatterVerb.SettleReturn => (matter, act) => matter.SettleReturn(Words, act),
                MatterVerb.Reopen => (matter, act) => matter.Reopen(Words, act),
                MatterVerb.Conceal => (matter, act) => matter.Conceal(Words, act),
                _ => (matter, act) => matter.AddWords(Words, act),
            }
        );
}
