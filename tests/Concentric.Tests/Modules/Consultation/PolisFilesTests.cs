using Concentric.Modules.Consultation.Opinion;
using Concentric.Rules.Opinion;

namespace Concentric.Tests.Modules.Consultation;

/// <summary>Votes come in and statements are moderated out in the form of a Polis export.</summary>
public sealed class PolisFilesTests
{
    [Fact]
    public void Votes_are_read_in_the_order_in_which_they_were_cast()
    {
        const string Csv = "timestamp,datetime,comment-id,voter-id,vote\n20,x,7,a,1\n10,x,7,a,-1\n15,x,8,b,0\n";
        PolisFiles
            .ReadVotes(new StringReader(Csv))
            .ShouldBe([new("a", "7", Vote.Disagree), new("b", "8", Vote.Pass), new("a", "7", Vote.Agree)]);
    }

    [Fact]
    public void Moderated_statements_are_known()
    {
        const string Csv =
            "timestamp,comment-id,author-id,moderated,comment-body\n1,3,9,-1,\"Spam, \"\"really\"\"\"\n2,4,9,1,Fine\n";
        PolisFiles.ReadModeratedOut(new StringReader(Csv)).ShouldBe(["3"]);
    }

    [Theory]
    [InlineData("comment-id,voter-id\n1,2\n", "'vote' is missing")]
    [InlineData("comment-id,voter-id,vote\n1,2,1\n1,3,5\n", "Line 3: '5' is no vote")]
    [InlineData("comment-id,voter-id,vote\n1,,1\n", "Line 2: 'voter-id' is empty")]
    [InlineData("", "'comment-id' is missing")]
    public void What_is_wrong_is_named_with_its_line(string csv, string told) =>
        Should.Throw<InvalidDataException>(() => PolisFiles.ReadVotes(new StringReader(csv))).Message.ShouldContain(told);
}
