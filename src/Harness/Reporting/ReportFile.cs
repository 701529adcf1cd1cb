using System.Text;

namespace GatewayBench;

/// <summary>One file of a report.</summary>
/// <param name="Name">Without a folder.</param>
/// <param name="Text">What is in it.</param>
internal sealed record ReportFile(string Name, string Text)
{
    /// <summary>As it is stored, without a byte order mark.</summary>
    public byte[] Utf8 => Encoding.UTF8.GetBytes(Text);

    public static ReportFile OfLines(string name, IEnumerable<string> lines) =>
        new(name, string.Concat(lines.Select(line => line + "\n")));
}
