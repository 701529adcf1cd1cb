using System.Text;
using System.Text.Json;

namespace GatewayBench.Cli;

/// <summary>A body of JSON in which texts may hold what each request has of its own.</summary>
internal sealed class BodyTemplate
{
    public const string Prompt = "{prompt}";
    public const string Session = "{session}";

    private readonly byte[] _fixed;
    private readonly string _text;

    /// <param name="json">Valid.</param>
    public BodyTemplate(byte[] json)
    {
        (_fixed, _text) = (json, Encoding.UTF8.GetString(json));
        HasPrompt = _text.Contains(Prompt, StringComparison.Ordinal);
        IsFixed = !HasPrompt && !_text.Contains(Session, StringComparison.Ordinal);
    }

    public bool HasPrompt { get; }

    private bool IsFixed { get; }

    public byte[] Of(User user)
    {
        if (IsFixed)
        {
            return _fixed;
        }
        var text = _text.Replace(Session, Escaped(user.Session), StringComparison.Ordinal);
        // Last, since a prompt may hold what looks like the other.
        return Encoding.UTF8.GetBytes(
            HasPrompt
                ? text.Replace(Prompt, Escaped(user.NextPrompt()), StringComparison.Ordinal)
                : text
        );
    }

    private static string Escaped(string text) => JsonEncodedText.Encode(text).Value;
}
