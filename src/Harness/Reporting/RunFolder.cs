using System.Globalization;

namespace GatewayBench;

/// <summary>The folder that a run gets for its files, which no other has.</summary>
internal static class RunFolder
{
    /// <param name="parent">Under which.</param>
    /// <param name="name">What the run is called.</param>
    /// <param name="started">When it began.</param>
    /// <returns>Its full path; it is still to be made.</returns>
    public static string New(string parent, string name, DateTimeOffset started)
    {
        var time = started.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var folder = Path.Combine(Path.GetFullPath(parent), $"{FileNames.Of(name)}-{time}");
        return Enumerable
            .Range(2, int.MaxValue - 2)
            .Select(number => $"{folder}-{number}")
            .Prepend(folder)
            .First(path => !Path.Exists(path));
    }
}
