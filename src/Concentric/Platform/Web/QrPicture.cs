using QRCoder;

namespace Concentric.Platform.Web;

/// <summary>An address as a QR code to print: SVG that takes the size of its box.</summary>
public static class QrPicture
{
    public static string SvgOf(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
