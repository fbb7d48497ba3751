namespace Concentric.Platform;

/// <summary>The words that all faces share. The resource files beside it hold them in zh-CN (neutral) and English.</summary>
public sealed class Texts;
