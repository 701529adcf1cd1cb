using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench prompts</c>: takes prompts out of a log, for <c>run --prompts</c>.</summary>
internal sealed class PromptsVerb : Command
{
    private const int DefaultTake = 100;
    private const ulong DefaultSeed = 42;

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Option<string> _from = OptionOf.Text(
        "--from",
        "log",
        "The log: a JSON object or a prompt in a line."
    );

    private readonly Option<string> _field = OptionOf.Text(
        "--field",
        "name",
        "The property that holds the prompt. [default: prompt or messages]"
    );

    private readonly Option<int> _take = OptionOf.Number(
        "--take",
        "How many, each with the same chance. [default: 100]",
        min: 1,
        max: 1_000_000
    );

    private readonly Option<ulong> _seed = OptionOf.Number<ulong>(
        "--seed",
        "The seed of the choice. [default: 42]",
        min: 0,
        max: ulong.MaxValue
    );

    private readonly Option<string> _out = OptionOf.Text("--out", "file", "Where they go.");

    public PromptsVerb()
        : base(
            "prompts",
            "Takes prompts out of a log for run --prompts, without e-mail addresses, keys, tokens and "
                + "numbers of cards, accounts and phones. Names and the like it can't see: read the file "
                + "before you share it."
        )
    {
        (_from.Required, _out.Required) = (true, true);
        Option[] all = [_from, _field, _take, _seed, _out];
        Array.ForEach(all, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        var (from, to) = (parsed.GetRequiredValue(_from), parsed.GetRequiredValue(_out));
        try
        {
            var sample = PromptSample.From(
                File.ReadLines(from),
                parsed.GetValue(_field),
                parsed.ValueIfGiven(_take) ?? DefaultTake,
                parsed.ValueIfGiven(_seed) ?? DefaultSeed
            );
            if (sample.Seen == 0)
            {
                throw new UsageException(
                    $"{_from.Name} is '{from}', where no line has a prompt; allowed: a log with one. "
                        + $"{_field.Name} says which property holds it."
                );
            }
            Write(to, sample.Prompts);
            await console.Output.WriteLineAsync(
                (
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{sample.Prompts.Count} of {sample.Seen} prompts in {to}; {sample.Skipped} lines had none. "
                    ) + "Redacted by form alone: read it before you share it."
                ).AsMemory(),
                stop
            );
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{_from.Name} is '{from}', which can't be read; allowed: a log, a prompt in a line. {e.Message}"
            );
        }
    }

    private void Write(string to, IEnumerable<string> prompts)
    {
        try
        {
            WholeFile.Write(to, ReportFile.OfLines(to, prompts.Select(Line)).Utf8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{_out.Name} is '{to}', which can't be written; allowed: a file in a folder that can be "
                    + $"written, with room. {e.Message}"
            );
        }
    }

    private static string Line(string prompt) => JsonSerializer.Serialize(new { prompt }, Plain);
}
