using SkiaSharp;

namespace Concentric.Modules.Portal.Demo;

/// <summary>Draws a picture that shows nobody: hills under a low sun, in the colours of the house.</summary>
internal static class DemoPicture
{
    private const int Width = 1200;
    private const int Height = 675;

    private static readonly (uint Sky, uint Sun, uint Near, uint Far)[] Palettes =
    [
        (0xFFF6EBDD, 0xFFC8442F, 0xFF3F5B57, 0xFFB9C4B4),
        (0xFFEAF0F2, 0xFFD98E3B, 0xFF2F4858, 0xFFA9BCC4),
        (0xFFF4E4D4, 0xFFB23A2E, 0xFF5B4A3F, 0xFFCDB69F),
        (0xFFEDEFE2, 0xFFC76B2B, 0xFF46603F, 0xFFB5C2A0),
    ];

    internal static byte[] Draw(Random random)
    {
        var palette = Palettes[random.Next(Palettes.Length)];
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(palette.Sky));
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(palette.Sun) };
        canvas.DrawCircle(Width * (0.2f + 0.6f * random.NextSingle()), Height * 0.36f, 74, paint);
        const int layers = 4;
        for (var layer = 0; layer < layers; layer++)
        {
            paint.Color = Between(new SKColor(palette.Far), new SKColor(palette.Near), layer / (layers - 1f));
            using var hill = Hill(random, Height * (0.42f + 0.14f * layer), 90 - 12 * layer);
            canvas.DrawPath(hill, paint);
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return encoded.ToArray();
    }

    private static SKPath Hill(Random random, float top, float swing)
    {
        using var builder = new SKPathBuilder();
        var (first, second) = (random.NextSingle() * 6, random.NextSingle() * 6);
        builder.MoveTo(0, Height);
        for (var x = 0; x <= Width; x += 8)
            builder.LineTo(x, top - swing * (MathF.Sin(x / 210f + first) + 0.45f * MathF.Sin(x / 83f + second)));
        builder.LineTo(Width, Height);
        builder.Close();
        return builder.Detach();
    }

    private static SKColor Between(SKColor from, SKColor to, float share) =>
        new(Mix(from.Red, to.Red, share), Mix(from.Green, to.Green, share), Mix(from.Blue, to.Blue, share));

    private static byte Mix(byte from, byte to, float share) => (byte)(from + (to - from) * share);
}
