using Concentric.Rules.Documents;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concentric.Platform.Documents;

/// <summary>The one style: 3号 on the grid. The character pitch is counted from its size.</summary>
internal static class DocumentStyles
{
    internal static Styles Make() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = OfficialFont.Text,
                            HighAnsi = OfficialFont.Text,
                            EastAsia = OfficialFont.Text,
                            ComplexScript = OfficialFont.Text,
                        },
                        new FontSize { Val = CharacterSize.Three.ToString() },
                        new FontSizeComplexScript { Val = CharacterSize.Three.ToString() },
                        new Languages { Val = "zh-CN", EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new WidowControl { Val = false },
                        new Kinsoku(),
                        new OverflowPunctuation { Val = false },
                        // Exact lines and tightened characters keep the grid by themselves; some programs would give a
                        // 16 pt character two cells of 15.79 pt.
                        new SnapToGrid { Val = false },
                        new SpacingBetweenLines
                        {
                            Before = "0",
                            After = "0",
                            Line = Gb9704.LinePitch.ToString(),
                            LineRule = LineSpacingRuleValues.Exact,
                        }
                    )
                )
            ),
            Normal()
        );

    /// <summary>The size stands in the style too: some programs count the character grid from there, not from the defaults.</summary>
    private static Style Normal() =>
        new(
            new StyleName { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(new Justification { Val = JustificationValues.Both }),
            new StyleRunProperties(
                new Spacing { Val = Gb9704.CharacterTightening },
                new FontSize { Val = CharacterSize.Three.ToString() },
                new FontSizeComplexScript { Val = CharacterSize.Three.ToString() }
            )
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        };
}
