namespace GatewayBench;

/// <summary>Names of files and folders from names of runs and scenarios, which may hold anything.</summary>
internal static class FileNames
{
    private const int MaxLength = 80;

    public static string Of(string name)
    {
        var safe = string.Concat(
            name.Take(MaxLength).Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '-')
        );
        return safe.Trim('-') is { Length: > 0 } trimmed ? trimmed : "load";
    }
}
