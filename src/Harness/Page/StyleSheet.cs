using System.Security.Cryptography;
using System.Text;

namespace GatewayBench;

/// <summary>The page's style sheet, and the policy that lets a browser use it and nothing else.</summary>
internal static class StyleSheet
{
    private const string Resource = "GatewayBench.Page.page.css";

    public static readonly string Text = Read();

    /// <summary>No script, no request, no other style: whatever gets into the page stays text.</summary>
    public static readonly string Policy =
        "default-src 'none'; "
        + $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; "
        + "base-uri 'none'; form-action 'none'";

    private static string Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        // Browsers hash what they parsed, whose lines end in \n.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
