using System.Globalization;

namespace GatewayBench;

/// <summary>One setting as text, and the ways to read it; each says what is allowed when it can't.</summary>
internal readonly record struct SettingText(string Name, string Value)
{
    public SettingException Invalid(string allowed) => new(Name, Value, allowed);

    public TimeSpan Seconds(double least, double most) =>
        double.TryParse(
            Value,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var seconds
        )
        && seconds >= least
        && seconds <= most
            ? TimeSpan.FromSeconds(seconds)
            : throw Invalid(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a number of seconds from {least:#,0.#} to {most:#,0}"
                )
            );

    public int Integer(int least, int most) => Integer(Value, least, most, "a whole number");

    public IReadOnlyList<int> Integers(int least, int most)
    {
        const string Kind = "different whole numbers, separated by commas and each";
        var setting = this;
        int[] numbers =
        [
            .. Value.Split(',').Select(part => setting.Integer(part, least, most, Kind)),
        ];
        return numbers.Distinct().Count() == numbers.Length
            ? numbers
            : throw Invalid(Range(Kind, least, most));
    }

    public ulong Unsigned() =>
        ulong.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a whole number from 0 to {ulong.MaxValue}"
                )
            );

    public string OneOf(params string[] allowed) =>
        allowed.Contains(Value) ? Value : throw Invalid(string.Join(" or ", allowed));

    public IReadOnlyList<string> Names() =>
        Value.Split(',', StringSplitOptions.TrimEntries) is var names && names.All(n => n != "")
            ? names
            : throw Invalid("names, separated by commas");

    public string PathText() =>
        Value.IndexOfAny(Path.GetInvalidPathChars()) < 0 && !File.Exists(Value)
            ? Value
            : throw Invalid("the path of a folder, which is made when absent");

    public string FilePath() =>
        Value.IndexOfAny(Path.GetInvalidPathChars()) < 0
            ? Value
            : throw Invalid("the path of a JSONL file with prompts");

    private int Integer(string text, int least, int most, string kind) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw Invalid(Range(kind, least, most));

    private static string Range(string kind, int least, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} from {least:#,0} to {most:#,0}");
}
