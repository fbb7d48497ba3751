using System.Net;
using System.Net.Http.Headers;
using Concentric.Platform.Web.Limits;
using Concentric.Tests.World;

namespace Concentric.Tests.Platform.Web;

/// <summary>What is too much is refused early and in words.</summary>
public sealed class LimitsTests(Installation installation)
{
    [Fact]
    public async Task An_upload_of_a_gigabyte_is_refused_in_words_before_it_is_read()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        using var endless = new CountingContent(1L << 30);
        var answer = await installation.CreateClient().PostAsync(new Uri(committee.Path + "/sign-in", UriKind.Relative), endless);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("发送的内容太大");
        endless.Sent.ShouldBeLessThan(RequestSize.Most);
    }

    [Fact]
    public async Task A_form_with_more_text_than_anybody_types_is_refused_in_words()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var form = new FormUrlEncodedContent([new("Text", new string('水', 2_000_000))]);
        var answer = await installation.CreateClient().PostAsync(new Uri(committee.Path + "/sign-in", UriKind.Relative), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("发送的内容太大");
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/sessions.ics")]
    [InlineData("/matters.json")]
    [InlineData("/open311/v2/discovery.xml")]
    public async Task Whoever_asks_only_whether_something_public_is_there_is_answered_as_whoever_asks_for_it(string path)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var address = new Uri(committee.Path + path, UriKind.Relative);
        var client = installation.CreateClient();
        var whole = await client.GetAsync(address);
        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        (head.StatusCode, head.Content.Headers.ContentType).ShouldBe((whole.StatusCode, whole.Content.Headers.ContentType));
    }

    [Fact]
    public async Task Whoever_tries_too_often_is_told_to_wait()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var client = installation.CreateClient();
        var address = new Uri(committee.Path + "/sign-in", UriKind.Relative);
        HttpResponseMessage answer = null!;
        for (var attempt = 0; attempt < 31; attempt++)
            answer = await client.PostAsync(address, new FormUrlEncodedContent([]));
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("操作太频繁");
        (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, "Reading is not counted.");
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:aaaa::1", "20010DB800010002")]
    [InlineData("2001:db8:1:2:bbbb::2", "20010DB800010002")]
    public void Callers_are_told_apart_by_network(string address, string network) =>
        RateLimits.Network(IPAddress.Parse(address)).ShouldBe(network);

    private sealed class CountingContent : HttpContent
    {
        private readonly long length;

        public CountingContent(long length)
        {
            this.length = length;
            Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new("boundary", "b") } };
            Headers.ContentLength = length;
        }

        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var part = new byte[64 * 1024];
            for (; Sent < length; Sent += part.Length)
                await stream.WriteAsync(part);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
