namespace Concentric.Tests.World;

/// <summary>A list on the disk, for the commands that take one.</summary>
internal static class ListFile
{
    internal static async Task<T> WithAsync<T>(string text, Func<FileInfo, Task<T>> work)
    {
        var path = new FileInfo(Path.Combine(Path.GetTempPath(), Guid.CreateVersion7() + ".csv"));
        await File.WriteAllTextAsync(path.FullName, text, TestContext.Current.CancellationToken);
        try
        {
            return await work(path);
        }
        finally
        {
            path.Delete();
        }
    }
}
