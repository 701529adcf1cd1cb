using System.Globalization;

namespace Gateway;

/// <summary>What callers say of the part of a list that they want.</summary>
internal static class PageQuery
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 200;

    /// <summary>What the API's document says of <c>limit</c>.</summary>
    public static readonly string LimitInWords =
        $"How many, 1 to {LargestLimit}; by default {DefaultLimit}";

    /// <summary><c>limit</c>: how many, 1 to 200. Default 50.</summary>
    public static int Limit(HttpRequest request, IDictionary<string, string[]> errors) =>
        (int)Number(request, "limit", 1, LargestLimit, DefaultLimit, errors);

    /// <summary>A whole number of the query; what is none becomes an error under its name.</summary>
    public static long Number(
        HttpRequest request,
        string name,
        long min,
        long max,
        long otherwise,
        IDictionary<string, string[]> errors
    )
    {
        var text = request.Query[name].ToString();
        if (text is "")
        {
            return otherwise;
        }
        // The parser would take a NUL behind the digits.
        if (
            !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max
        )
        {
            return number;
        }
        errors[name] =
        [
            $"{name} is '{Quoted.Truncate(text)}': a whole number from {min} to {max} is expected.",
        ];
        return otherwise;
    }
}
