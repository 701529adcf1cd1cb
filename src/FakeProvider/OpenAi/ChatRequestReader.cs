using System.Buffers;
using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>Reads and validates a chat request in one pass over its bytes.</summary>
internal ref struct ChatRequestReader
{
    private const int MaxChoices = 128;

    private string? _model;
    private Prompt? _prompt;
    private Turn _turn;
    private int? _maxTokens;
    private int? _maxCompletionTokens;
    private int? _choices;
    private IReadOnlyList<byte[]>? _stops;
    private bool _isStreamed;
    private bool _wantsUsage;
    private ChatTools _tools;

    /// <param name="body">The whole request body.</param>
    /// <param name="seed">Goes into the prompt's hash.</param>
    /// <param name="deployment">The model where the body names none; null where it has to.</param>
    /// <param name="readsUserText">Whether the last message of the user is wanted as text.</param>
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public static ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment,
        bool readsUserText = false
    ) =>
        ReadObject(
            new RequestSource(body, seed, deployment, readsUserText),
            static (ref Utf8JsonReader reader, in RequestSource source) =>
            {
                var request = new ChatRequestReader();
                request.ReadProperties(ref reader, source.Seed);
                return request.Result(source);
            }
        );

    private void ReadProperties(ref Utf8JsonReader reader, ulong seed)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!ReadPrompt(ref reader, seed) && !ReadLimit(ref reader) && !ReadForm(ref reader))
            {
                reader.Skip();
            }
        }
    }

    private bool ReadPrompt(ref Utf8JsonReader reader, ulong seed)
    {
        if (TryEnter(ref reader, "model"u8))
        {
            _model = ReadModel(ref reader);
        }
        else if (TryEnter(ref reader, "messages"u8))
        {
            _prompt = MessagesReader.Read(ref reader, seed, out _turn);
        }
        else
        {
            return _tools.Read(ref reader);
        }
        return true;
    }

    private bool ReadLimit(ref Utf8JsonReader reader)
    {
        if (TryEnter(ref reader, "max_tokens"u8))
        {
            _maxTokens = ReadPositive(ref reader, "max_tokens");
        }
        else if (TryEnter(ref reader, "max_completion_tokens"u8))
        {
            _maxCompletionTokens = ReadPositive(ref reader, "max_completion_tokens");
        }
        else if (TryEnter(ref reader, "n"u8))
        {
            _choices = ReadPositive(ref reader, "n", MaxChoices);
        }
        else if (TryEnter(ref reader, "stop"u8))
        {
            _stops = StopReader.Read(ref reader);
        }
        else
        {
            return false;
        }
        return true;
    }

    private bool ReadForm(ref Utf8JsonReader reader)
    {
        if (TryEnter(ref reader, "stream"u8))
        {
            _isStreamed = ReadBoolean(ref reader, "stream");
        }
        else if (TryEnter(ref reader, "stream_options"u8))
        {
            _wantsUsage = StreamOptionsReader.ReadsUsage(ref reader);
        }
        else
        {
            return false;
        }
        return true;
    }

    private readonly ModelRequest Result(in RequestSource source) =>
        new()
        {
            Model = _model ?? source.Deployment ?? throw ApiErrors.Missing("model"),
            Prompt = _prompt ?? throw ApiErrors.Missing("messages"),
            MaxTokens = _maxCompletionTokens ?? _maxTokens,
            Choices = _choices ?? 1,
            IsStreamed = _isStreamed,
            WantsUsage = _wantsUsage,
            Stops = _stops,
            UserText = source.ReadsUserText ? _turn.UserText(source.Body) : null,
            TurnStep = _turn.Step,
            Tools = _tools.Resolve(source.Body, callsAreDone: _turn.HasToolResult),
        };
}
