using QRCoder;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>A receipt as it is shown and printed, on the resident's page and as the desk's slip.</summary>
/// <param name="Code">In its groups.</param>
/// <param name="Address">Where the matter is followed, whole.</param>
public sealed record ShownReceipt(Matter Matter, string Code, string Address)
{
    public IEnumerable<string> Groups => Code.Split('-');

    /// <summary>The address as a QR code (ISO/IEC 18004), drawn in the colour of the text.</summary>
    public string QrSvg
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
            using var drawing = new SvgQRCode(data);
            return drawing.GetGraphic(
                new System.Drawing.Size(200, 200),
                "#000000",
                "#ffffff",
                true,
                SvgQRCode.SizingMode.ViewBoxAttribute
            );
        }
    }

    internal static ShownReceipt Of(Matter matter, string code, HttpRequest request) =>
        new(matter, code, $"{request.Scheme}://{request.Host}{request.PathBase}/matters/follow/{code}");
}
