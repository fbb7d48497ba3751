namespace Concentric.Platform.Web;

/// <summary>The words of the shell and its components. The resource files beside it hold them in zh-CN (neutral) and English.</summary>
public sealed class WebTexts;
