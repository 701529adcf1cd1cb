namespace GatewayBench.Support;

/// <summary>Programs that tests use where they are installed.</summary>
public static class Programs
{
    /// <summary>The path of a program on the search path; null if it isn't there.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
