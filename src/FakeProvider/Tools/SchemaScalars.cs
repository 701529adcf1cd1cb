using System.Globalization;
using System.Text.Json;

namespace GatewayBench;

/// <summary>The smallest texts and numbers that a JSON schema allows.</summary>
internal static class SchemaScalars
{
    /// <summary>All digits of a decimal, without the zeros at its end.</summary>
    private const string Plain = "0.############################";

    /// <param name="schema">Of a string.</param>
    /// <param name="longest">Where to stop, whatever the schema says.</param>
    public static string Text(JsonElement schema, int longest)
    {
        var sample = SchemaWords.Text(schema, "format") switch
        {
            "date-time" => "2000-01-01T00:00:00Z",
            "date" => "2000-01-01",
            "time" => "00:00:00Z",
            "duration" => "PT0S",
            "email" => "a@example.com",
            "hostname" => "example.com",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "uri" => "https://example.com",
            "uuid" => "00000000-0000-4000-8000-000000000000",
            _ => "",
        };
        // One more than the longest, so that the caller sees that it is too long.
        var length = Math.Min(SchemaWords.Whole(schema, "minLength"), longest + 1);
        return sample.PadRight(length, 'a');
    }

    /// <summary>
    /// 0, or the multiple of <c>multipleOf</c> (1 by default) that is nearest to it within the bounds;
    /// the middle of the bounds where no multiple lies between them.
    /// </summary>
    /// <exception cref="ApiErrorException">The bounds are beyond what a decimal can hold.</exception>
    public static string Number(JsonElement schema)
    {
        try
        {
            return Nearest(schema).ToString(Plain, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            throw ApiErrors.Unsupported("tools", "a demanded number with bounds so far from 0");
        }
    }

    private static decimal Nearest(JsonElement schema)
    {
        var step = SchemaWords.Number(schema, "multipleOf") is { } multiple and > 0 ? multiple : 1;
        var (above, below) = (
            SchemaWords.Number(schema, "exclusiveMinimum"),
            SchemaWords.Number(schema, "exclusiveMaximum")
        );
        var least = SchemaWords.Number(schema, "minimum") ?? above;
        var most = SchemaWords.Number(schema, "maximum") ?? below;
        var value = 0m;
        if (least is { } low && (value < low || value == above))
        {
            value = Math.Ceiling(low / step) * step;
            value += value == above ? step : 0;
        }
        else if (most is { } high && (value > high || value == below))
        {
            value = Math.Floor(high / step) * step;
            value -= value == below ? step : 0;
        }
        var isWithin = !(value < least || value > most || value == above || value == below);
        return isWithin || least is null || most is null ? value : (least.Value + most.Value) / 2;
    }
}
