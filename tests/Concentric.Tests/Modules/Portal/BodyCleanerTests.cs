using AngleSharp.Html.Parser;
using Concentric.Modules.Portal;

namespace Concentric.Tests.Modules.Portal;

/// <summary>What is pasted into an article comes out plain and harmless, and keeps what it means.</summary>
public sealed class BodyCleanerTests
{
    private const string Picture = "/suzhou/files/0198a0b0-0000-7000-8000-000000000001/hall.jpg";

    /// <summary>As Word puts it on the clipboard.</summary>
    private const string Word = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
        <head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm;} --></style></head>
        <body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
        <h1 style='text-align:center'><span lang=EN-US style='font-size:16.0pt;mso-fareast-font-family:黑体'>学习会议纪要<o:p></o:p></span></h1>
        <p class=MsoNormal style='text-indent:24.0pt;mso-char-indent-count:2.0'><span style='font-family:仿宋'>　　会议&nbsp;&nbsp;&nbsp;<b style='mso-bidi-font-weight:normal'>要求</b>抓好落实。</span></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>领导带学</p>
        <p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>集中研学</p>
        <table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'>
        <td width=277 colspan=2 style='width:207.4pt'><p class=MsoNormal align=center><b><span>场次<o:p></o:p></span></b></p></td></tr>
        <tr><td><p class=MsoNormal>上半年</p></td><td><p class=MsoNormal>13</p></td></tr></table>
        <p class=MsoNormal><v:shape id="_x0000_i1025"><v:imagedata src="file:///C:/Users/li/clip_image002.png"/></v:shape><img width=300 src="file:///C:/Users/li/clip_image003.gif"></p>
        <!--EndFragment--></body></html>
        """;

    /// <summary>As a WeChat article puts it on the clipboard.</summary>
    private const string WeChat = """
        <section data-tool="编辑器" style="margin:0;padding:0;max-width:100%;box-sizing:border-box;"><section style="text-align:center;">
        <p style="white-space:normal;line-height:2em;"><span style="font-size:15px;letter-spacing:1px;">4月23日,区政协举行<strong style="color:#c00;">“书香政协”</strong>读书分享会。<span leaf=""></span></span></p></section>
        <section style="display:flex;"><section><span style="font-weight:bold">三位委员领读</span></section></section>
        <p><img class="rich_pages wxw-img" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg" data-w="1080" src="data:image/svg+xml;base64,PHN2Zz4="></p>
        <p style="line-height:1.75em;"><br></p>
        <mp-common-profile class="js_uneditable" data-nickname="肃州政协"></mp-common-profile>
        <section style="display: none;">看不见的字</section>
        <p>来源​:政协办公室</p></section>
        """;

    [Fact]
    public void A_text_from_word_keeps_its_headings_lists_and_tables_and_loses_its_styles()
    {
        var body = BodyCleaner.Clean(Word);
        Plain(body.Html)
            .ShouldBe(
                "<h2>学习会议纪要</h2><p>会议 <strong>要求</strong>抓好落实。</p><ol><li>领导带学</li><li>集中研学</li></ol>"
                    + "<table><tbody><tr><td colspan=\"2\"><strong>场次</strong></td></tr><tr><td>上半年</td><td>13</td></tr></tbody></table>"
            );
        body.Report.PicturesDropped.ShouldBe(1);
    }

    [Fact]
    public void A_text_from_wechat_loses_its_frames_and_foreign_pictures_which_are_counted()
    {
        var body = BodyCleaner.Clean(WeChat);
        Plain(body.Html)
            .ShouldBe(
                "<p>4月23日,区政协举行<strong>“书香政协”</strong>读书分享会。</p><p><strong>三位委员领读</strong></p><p>来源:政协办公室</p>"
            );
        body.Report.PicturesDropped.ShouldBe(1);
        body.Text.ShouldBe("4月23日,区政协举行“书香政协”读书分享会。\n三位委员领读\n来源:政协办公室");
    }

    [Fact]
    public void What_an_article_may_hold_passes_unchanged()
    {
        const string body =
            "<h2>二</h2><h3>三</h3><h4>四</h4><p>字<em>斜</em><u>线</u><s>删</s><sub>下</sub><sup>上</sup><br>行</p><ul><li>甲</li></ul><blockquote><p>引文</p></blockquote>"
            + "<figure><img src=\""
            + Picture
            + "\" alt=\"会场\"><figcaption>会场</figcaption></figure><hr>"
            + "<table><caption>表</caption><thead><tr><th>项</th></tr></thead><tbody><tr><td rowspan=\"2\">值</td></tr></tbody></table>"
            + "<p><a href=\"https://www.suzhou.example/a?b=1\" rel=\"noopener\">链接</a></p>";
        Plain(BodyCleaner.Clean(body).Html).ShouldBe(body);
        BodyCleaner
            .Clean(BodyCleaner.Clean(Word).Html)
            .Html.ShouldBe(BodyCleaner.Clean(Word).Html, "cleaning twice is cleaning once");
    }

    [Fact]
    public void Text_typed_without_an_editor_becomes_paragraphs() =>
        BodyCleaner.Clean("第一段 a < b\r\n\r\n  第二段\n").Html.ShouldBe("<p>第一段 a &lt; b</p>\n<p>第二段</p>");

    [Theory]
    [InlineData("<a href=\"javascript:alert(1)\">字</a>")]
    [InlineData("<a href=\" jav\tascript:alert(1)\">字</a>")]
    [InlineData("<a href=\"//evil.example\">字</a>")]
    [InlineData("<a href=\"data:text/html,x\">字</a>")]
    [InlineData("<a href=\"#_ftn1\" name=\"_ftnref1\">字</a>")]
    [InlineData("<a href=\"file:///etc/passwd\">字</a>")]
    [InlineData("<a href=\"/\\evil.example\">字</a>")]
    public void A_link_that_leads_nowhere_good_is_only_its_words(string typed) =>
        BodyCleaner.Clean(typed).Html.ShouldBe("<p>字</p>");

    [Theory]
    [InlineData("https://elsewhere.example/a.jpg")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("/suzhou/files/../../secret")]
    [InlineData("//evil.example/files/0198a0b0-0000-7000-8000-000000000001/a.jpg")]
    [InlineData("/sign-out")]
    public void A_picture_that_is_not_our_own_file_does_not_come_in(string address)
    {
        var body = BodyCleaner.Clean($"<p>字<img src=\"{address}\" alt=\"图\"></p>");
        body.Html.ShouldBe("<p>字</p>");
        body.Report.PicturesDropped.ShouldBe(1);
    }

    public static TheoryData<string> Attacks =>
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            $"<img src=\"{Picture}\" onload=\"alert(1)\">",
            "<svg><script>alert(1)</script></svg>",
            "<svg onload=alert(1)>",
            "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<a href=\"javascript&colon;alert(1)\">x</a>",
            "<a href=\"java\0script:alert(1)\">x</a>",
            "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>x</button></form>",
            "<p style=\"background:url(javascript:alert(1))\" onclick=\"alert(1)\">x</p>",
            "<style>@import 'javascript:alert(1)';</style><p>x</p>",
            "<template><script>alert(1)</script></template>",
            "<p><!--><script>alert(1)</script>--></p>",
            "<table background=\"javascript:alert(1)\"><tr><td onmouseover=alert(1)>x",
            "<select><style></select><script>alert(1)</script></style></select>",
            "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">",
            "<base href=\"javascript:alert(1)//\"><a href=\"/x\">x</a>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<object data=\"javascript:alert(1)\"><embed src=\"javascript:alert(1)\">",
            "<div data-x=\"1\" id=\"location\" class=\"a\">x</div>",
            "<plaintext><script>alert(1)</script>",
            "<p>x</p><details open ontoggle=alert(1)><summary>y</summary></details>",
            "<title><img src=x onerror=alert(1)></title>",
            "<isindex type=image src=1 onerror=alert(1)>",
            "<input autofocus onfocus=alert(1)>",
        ];

    [Theory, MemberData(nameof(Attacks))]
    public void Nothing_that_could_do_something_survives(string attack)
    {
        foreach (
            var typed in new[] { attack, $"<p>a{attack}b</p>", $"<table><tr><td>{attack}</td></tr></table>", attack + attack }
        )
        {
            var document = new HtmlParser().ParseDocument(BodyCleaner.Clean(typed).Html);
            var allowed =
                "p h2 h3 h4 ul ol li table caption thead tbody tfoot tr th td blockquote figure figcaption img a strong em u s sub sup br hr".Split(
                    ' '
                );
            document.Body!.QuerySelectorAll("*").Select(element => element.LocalName).Except(allowed).ShouldBeEmpty(typed);
            document
                .Body.QuerySelectorAll("*")
                .SelectMany(element => element.Attributes)
                .Select(attribute => attribute.Name)
                .Except(["href", "rel", "src", "alt", "colspan", "rowspan"])
                .ShouldBeEmpty(typed);
            document
                .Body.QuerySelectorAll("a")
                .ShouldAllBe(
                    link => link.GetAttribute("href")!.StartsWith('/') || link.GetAttribute("href")!.StartsWith("http"),
                    typed
                );
        }
    }

    [Fact]
    public void A_script_is_counted_so_that_its_writer_is_told() =>
        BodyCleaner.Clean("<p onclick=\"x()\">字</p><script>alert(1)</script>").Report.DangersRemoved.ShouldBe(2);

    private static string Plain(string html) => html.Replace(">\n<", "><");
}
