using System.Text;

namespace GatewayBench;

/// <summary>A text of a bench file with what each request has of its own.</summary>
internal sealed class Template
{
    private readonly TemplatePart[] _parts;

    public Template(IEnumerable<TemplatePart> parts)
    {
        _parts = [.. Joined(parts)];
        Fixed = _parts.All(part => part.Fixed is not null)
            ? string.Concat(_parts.Select(part => part.Fixed))
            : null;
    }

    public IReadOnlyList<TemplatePart> Parts => _parts;

    /// <summary>What it always is; null where requests differ.</summary>
    public string? Fixed { get; }

    /// <summary>Whether some of it came from the environment.</summary>
    public bool HasSecret => _parts.Any(part => part is { IsLiteral: false, Fixed: not null });

    /// <summary>The same with values as the place that they go to needs them; what the file says stays.</summary>
    public Template Escaped(Func<string, string> escape) =>
        new(_parts.Select(part => part.IsLiteral ? part : new EscapedPart(part, escape)));

    public string Of(User user)
    {
        if (Fixed is { } same)
        {
            return same;
        }
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.Of(user));
        }
        return text.ToString();
    }

    /// <summary>With neighbours that never change made into one; a value of the environment stays one to escape.</summary>
    private static IEnumerable<TemplatePart> Joined(IEnumerable<TemplatePart> parts)
    {
        FixedPart? last = null;
        foreach (var part in parts)
        {
            var same =
                part as FixedPart
                ?? (part is EscapedPart { Fixed: { } text } ? new FixedPart(text) : null);
            if (last is not null && same is not null && last.IsWritten == same.IsWritten)
            {
                last = last with { Text = last.Text + same.Text };
                continue;
            }
            if (last is not null)
            {
                yield return last;
            }
            last = same;
            if (same is null)
            {
                yield return part;
            }
        }
        if (last is not null)
        {
            yield return last;
        }
    }
}
