using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// The texts of a body that is many JSON values, such as events, put together over all of them by the
/// name of the property that they are in: a marker that was split over pieces is whole again there.
/// </summary>
internal sealed class SplitTexts
{
    /// <summary>Far more than events have; the texts of further ones are searched piece by piece only.</summary>
    private const int MostNames = 64;

    private readonly EventReader _events = new();
    private readonly List<(byte[] Name, BodyBuffer Text)> _texts = [];

    /// <summary>Whether texts of server-sent events, put together, hold the marker of anybody else.</summary>
    public bool EventsHaveOther(ReadOnlySpan<byte> body, ulong user)
    {
        Rest();
        _events.Begin();
        _events.Add(body);
        while (_events.TryNext(out var next))
        {
            Add(next.Data);
        }
        return HasOther(user);
    }

    /// <summary>The same of JSON values with a line each.</summary>
    public bool LinesHaveOther(ReadOnlySpan<byte> body, ulong user)
    {
        Rest();
        foreach (var line in body.Split((byte)'\n'))
        {
            Add(body[line]);
        }
        return HasOther(user);
    }

    /// <summary>Gives its memory back.</summary>
    public void Rest()
    {
        _events.Rest();
        _texts.ForEach(text => text.Text.Rest());
        _texts.Clear();
    }

    private bool HasOther(ulong user) =>
        _texts.Exists(text => UserMarker.HasOther(text.Text.WrittenSpan, user));

    private void Add(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        BodyBuffer? text = null;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    text = TextOf(ref reader);
                }
                else if (reader.TokenType == JsonTokenType.String && text is not null)
                {
                    // Unescaped it is not longer.
                    text.Advance(reader.CopyString(text.Room(reader.ValueSpan.Length).Span));
                }
            }
        }
        // What is no JSON, or no Unicode, is searched as it is.
        catch (Exception e) when (e is JsonException or InvalidOperationException) { }
    }

    /// <returns>Null where there are too many.</returns>
    private BodyBuffer? TextOf(ref Utf8JsonReader reader)
    {
        foreach (var (name, text) in _texts)
        {
            if (reader.ValueTextEquals(name))
            {
                return text;
            }
        }
        if (_texts.Count == MostNames)
        {
            return null;
        }
        _texts.Add((Encoding.UTF8.GetBytes(reader.GetString()!), new BodyBuffer()));
        return _texts[^1].Text;
    }
}
