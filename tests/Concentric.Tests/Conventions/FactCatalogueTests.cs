using System.Text;
using Concentric.Platform;
using Concentric.Platform.Ledger;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Conventions;

/// <summary><c>docs/facts.md</c> says what the code does. Set CONCENTRIC_WRITE_DOCS=1 to write it anew.</summary>
public sealed class FactCatalogueTests(Installation installation)
{
    private const string Document = "docs/facts.md";

    [Fact]
    public void The_catalogue_of_facts_is_what_the_modules_declare()
    {
        var declared = Describe();
        if (Environment.GetEnvironmentVariable("CONCENTRIC_WRITE_DOCS") == "1")
            File.WriteAllText(Path.Combine(Product.Root, Document), declared);
        Product.Text(Document).ShouldBe(declared);
    }

    private string Describe()
    {
        var words = installation.Services.GetRequiredService<Words>();
        var text = new StringBuilder(
            """
            # Facts

            Every kind of fact that the modules declare: this page is written by a test from the code. A fact is recorded once, in the
            same transaction as the change it tells of; another unit, an unknown attribute or an undeclared kind does not append.

            `category` of a fact of meetings and study is the kind of meeting: an id of `data/meeting-kinds.yaml`.

            | kind | title | unit | about a member | steps | attributes | recorded when |
            |---|---|---|---|---|---|---|

            """
        );
        foreach (
            var kind in installation.Services.GetRequiredService<FactKinds>().All.OrderBy(kind => kind.Id, StringComparer.Ordinal)
        )
        {
            text.AppendLine(
                $"| `{kind.Id}` | {words["Fact." + kind.Id]} | {kind.Unit} ({words.Unit(kind.Unit)}) | {(kind.HasSubject ? "yes" : "no")} | {string.Join(", ", kind.Steps ?? [])} | {string.Join(", ", kind.Attributes)} | {kind.RecordedWhen} |"
            );
        }

        text.AppendLine(
            $"| `{FactKinds.Retraction}` | {words["Fact." + FactKinds.Retraction]} | times ({words.Unit("times")}) | as the fact it takes back |  | kind | somebody takes back an earlier fact, with the reason |"
        );
        return text.ToString();
    }
}
