using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Reads an SLO: <c>SUBJECT COMPARISON LIMIT [in STAGE] [or abort] [of NAME]</c>, with blanks between
/// wherever one likes.
/// </summary>
internal sealed class SloParser(string text)
{
    private const string TimeUnits = "us, ms, s, m or h, as in 800ms";

    private readonly SloScanner _scanner = new(text);

    public Slo Read()
    {
        var subjectAt = _scanner.Position;
        var subject = Subject();
        _scanner.SkipBlanks();
        var comparison = Comparison();
        _scanner.SkipBlanks();
        var limit = Limit(subject, comparison);
        return new Slo(text, subject, limit, SloTail.Read(_scanner)) { SubjectAt = subjectAt };
    }

    private SloSubject Subject()
    {
        var start = _scanner.Position;
        if (_scanner.Next == '"')
        {
            return new MetricSubject(_scanner.TakeQuoted(), OwnValue());
        }
        var word = _scanner.TakeWord();
        if (word.Length == 0)
        {
            throw _scanner.Error(start, $"a figure belongs here; allowed: {SloWords.Allowed}");
        }
        if (IsPercentile(word) || word == "max")
        {
            return new TimeSubject(TimeSeries.Latency, Value(word, start));
        }
        if (SloWords.Times.TryGetValue(word, out var series))
        {
            return new TimeSubject(series, RequiredValue(word));
        }
        return word switch
        {
            "errors" => new ErrorSubject(Class: null),
            "rps" => new ThroughputSubject(),
            "goodput" => new GoodputSubject(Within()),
            _ when SloWords.Classes.TryGetValue(word, out var one) => new ErrorSubject(one),
            _ => new MetricSubject(word, OwnValue()),
        };
    }

    private PercentileOf RequiredValue(string word) =>
        OwnValue()
        ?? throw _scanner.Error(
            _scanner.Position,
            $"which of its values is missing; allowed: {word}.p95 or any percentile, {word}.max"
        );

    private PercentileOf? OwnValue()
    {
        if (!_scanner.TryTake('.'))
        {
            return null;
        }
        var start = _scanner.Position;
        return Value(_scanner.TakeWord(), start);
    }

    private PercentileOf Value(string word, int start)
    {
        if (word == "max")
        {
            return PercentileOf.Largest;
        }
        var fraction =
            _scanner.Next == '.' && char.IsAsciiDigit(_scanner.AfterNext)
                ? _scanner.TakeWhile(c => c == '.' || char.IsAsciiDigit(c))
                : "";
        return
            IsPercentile(word)
            && double.TryParse(
                word[1..] + fraction,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percentile
            )
            && percentile is > 0 and < 100
            ? new PercentileOf(percentile)
            : throw _scanner.Error(
                start,
                $"'{word}{fraction}' is no percentile; allowed: p and a number above 0 and below 100, or max"
            );
    }

    private TimeSpan? Within()
    {
        if (!_scanner.TryTake('('))
        {
            return null;
        }
        var start = _scanner.Position;
        var within = _scanner.TakeWhile(c => c is not (')' or '<' or '>'));
        if (!Duration.TryParse(within.Trim(), out var time) || time <= TimeSpan.Zero)
        {
            throw _scanner.Error(start, "a latency belongs here; allowed: such as goodput(800ms)");
        }
        return _scanner.TryTake(')')
            ? time
            : throw _scanner.Error(_scanner.Position, "')' belongs here");
    }

    private string Comparison()
    {
        var start = _scanner.Position;
        var comparison = _scanner.TakeWhile(c => c is '<' or '>' or '=' or '!');
        return comparison is "<" or "<=" or ">" or ">="
            ? comparison
            : throw _scanner.Error(start, "a comparison belongs here; allowed: <, <=, >, >=");
    }

    private SloLimit Limit(SloSubject subject, string comparison)
    {
        var start = _scanner.Position;
        var number = _scanner.TakeNumber(
            subject.Unit switch
            {
                SloUnit.Microseconds => "a time such as 800ms",
                SloUnit.Share => "a share such as 1% or 0.01",
                _ => "a number",
            }
        );
        var unitAt = _scanner.Position;
        var isPercent = _scanner.TryTake('%');
        var unit = isPercent ? "%" : _scanner.TakeWord();
        var value = subject.Unit switch
        {
            SloUnit.Microseconds => Duration.TryParse(text[start..unitAt] + unit, out var time)
                ? time.TotalMicroseconds
                : throw _scanner.Error(unitAt, $"a time needs a unit; allowed: {TimeUnits}"),
            SloUnit.Share or SloUnit.Number when isPercent => (double)((decimal)number / 100),
            _ when unit.Length > 0 => throw _scanner.Error(
                unitAt,
                subject.Unit == SloUnit.Share
                    ? "a share has no unit; allowed: % or nothing"
                    : "it has no unit here; allowed: a number alone"
            ),
            _ => number,
        };
        if (subject.Unit == SloUnit.Share && value > 1)
        {
            throw _scanner.Error(
                start,
                "a share is at most 1, or 100 %; allowed: such as 5% or 0.05"
            );
        }
        if (
            (comparison, value) is ("<", 0)
            || (comparison == ">" && value == 1 && subject.Unit == SloUnit.Share)
        )
        {
            throw _scanner.Error(
                start,
                $"no figure can be {comparison} that; allowed: {comparison}="
            );
        }
        return new SloLimit(comparison, value, isPercent, start);
    }

    private static bool IsPercentile(string word) =>
        word.Length > 1 && word[0] == 'p' && word.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
