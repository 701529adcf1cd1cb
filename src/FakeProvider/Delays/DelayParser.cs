namespace GatewayBench;

/// <summary>Reads the text of a delay: one method for each rule of the grammar.</summary>
internal sealed class DelayParser(DelayScanner scanner)
{
    // Nested text must not be able to use up the stack.
    private const int Deepest = 8;

    private int _depth;

    /// <exception cref="FormatException">The text is no delay.</exception>
    public static Delay Parse(string text)
    {
        var scanner = new DelayScanner(text);
        var delay = new DelayParser(scanner).Read();
        return scanner.AtEnd ? delay : throw scanner.Error(scanner.Position, "nothing more");
    }

    private Delay Read()
    {
        var start = scanner.Position;
        try
        {
            return scanner.AtDigit ? Delay.Fixed(scanner.TakeDuration()) : ReadNamed(start);
        }
        catch (Exception e)
            when (e
                    is ArgumentException
                        or InvalidDataException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw scanner.Error(start, e);
        }
    }

    private Delay ReadNamed(int start)
    {
        var word = scanner.TakeWord();
        if (word == DelayWords.None)
        {
            return Delay.None;
        }
        Func<Delay> read = word switch
        {
            DelayWords.Fixed => () => Delay.Fixed(scanner.TakeDuration()),
            DelayWords.Uniform => ReadUniform,
            DelayWords.Normal => () =>
                ReadPair(DelayWords.Mean, DelayWords.Deviation, Delay.Normal),
            DelayWords.LogNormal => () => ReadPair(DelayWords.P50, DelayWords.P99, Delay.LogNormal),
            DelayWords.Pareto => () => ReadPair(DelayWords.P50, DelayWords.P99, Delay.Pareto),
            DelayWords.Mixture => ReadMixture,
            DelayWords.Percentiles => ReadPercentiles,
            DelayWords.File => () => Delay.FromFile(scanner.TakePath()),
            DelayWords.Preset => ReadPreset,
            _ => throw scanner.Error(start, DelayWords.Allowed),
        };
        scanner.Take('(');
        var delay = read();
        scanner.Take(')');
        return delay;
    }

    private Delay ReadUniform()
    {
        var least = scanner.TakeDuration();
        scanner.Take(',');
        return Delay.Uniform(least, scanner.TakeDuration());
    }

    private Delay ReadPair(string first, string second, Func<TimeSpan, TimeSpan, Delay> create)
    {
        var one = ReadValue(first);
        scanner.Take(',');
        return create(one, ReadValue(second));
    }

    private TimeSpan ReadValue(string name)
    {
        scanner.Take(name);
        scanner.Take('=');
        return scanner.TakeDuration();
    }

    private Delay ReadMixture()
    {
        if (++_depth > Deepest)
        {
            throw scanner.Error(scanner.Position, $"mixtures {Deepest} deep");
        }
        var parts = new List<(decimal, Delay)>();
        do
        {
            var percent = scanner.TakeNumber();
            scanner.Take('%');
            scanner.Take(':');
            parts.Add((percent, Read()));
        } while (scanner.TryTake(','));
        _depth--;
        return Delay.Mixture([.. parts]);
    }

    private Delay ReadPercentiles()
    {
        var points = new List<(decimal, TimeSpan)>();
        do
        {
            var percentile = scanner.TakeNumber();
            scanner.Take(':');
            points.Add((percentile, scanner.TakeDuration()));
        } while (scanner.TryTake(','));
        return Delay.Percentiles([.. points]);
    }

    private Delay ReadPreset()
    {
        var start = scanner.Position;
        var name = scanner.TakeWord();
        var preset =
            DelayPresets.Find(name) ?? throw scanner.Error(start, DelayPresets.AllowedNames);
        if (!scanner.TryTake(','))
        {
            return preset.TimeToFirstToken;
        }
        scanner.Take(DelayWords.Gap);
        return preset.BetweenTokens;
    }
}
