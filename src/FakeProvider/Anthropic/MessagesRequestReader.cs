using System.Buffers;
using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>Reads and validates a messages request in one pass over its bytes.</summary>
internal sealed class MessagesRequestReader
{
    private readonly ConversationReader _conversation;
    private readonly MessageTools _tools = new();
    private string? _model;
    private int? _maxTokens;
    private IReadOnlyList<byte[]>? _stops;
    private bool _isStreamed;

    private MessagesRequestReader(ulong seed) => _conversation = new ConversationReader(seed);

    /// <param name="body">The whole request body.</param>
    /// <param name="seed">Goes into the prompt's hash.</param>
    /// <param name="readsUserText">Whether the last message of the user is wanted as text.</param>
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public static ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        bool readsUserText
    ) =>
        ReadObject(
            new RequestSource(body, seed, Deployment: null, readsUserText),
            static (ref Utf8JsonReader reader, in RequestSource source) =>
            {
                var request = new MessagesRequestReader(source.Seed);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    request.ReadProperty(ref reader);
                }
                return request.Result(source.Body, source.ReadsUserText);
            }
        );

    private void ReadProperty(ref Utf8JsonReader reader)
    {
        if (TryEnter(ref reader, "model"u8))
        {
            _model = ReadModel(ref reader);
        }
        else if (TryEnter(ref reader, "system"u8))
        {
            _conversation.ReadSystem(ref reader);
        }
        else if (TryEnter(ref reader, "messages"u8))
        {
            _conversation.ReadMessages(ref reader);
        }
        else if (TryEnter(ref reader, "max_tokens"u8))
        {
            _maxTokens = ReadPositive(ref reader, "max_tokens");
        }
        else if (TryEnter(ref reader, "stop_sequences"u8))
        {
            _stops = ReadStops(ref reader);
        }
        else if (TryEnter(ref reader, "stream"u8))
        {
            _isStreamed = ReadBoolean(ref reader, "stream");
        }
        else if (TryEnter(ref reader, "thread"u8))
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                throw AnthropicErrors.NoThreads();
            }
        }
        else if (!_tools.Read(ref reader))
        {
            reader.Skip();
        }
    }

    private ModelRequest Result(in ReadOnlySequence<byte> body, bool readsUserText)
    {
        var prompt = _conversation.Prompt ?? throw ApiErrors.Missing("messages");
        var turn = _conversation.Turn;
        return new ModelRequest
        {
            Model = _model ?? throw ApiErrors.Missing("model"),
            Prompt = prompt,
            MaxTokens = _maxTokens,
            IsStreamed = _isStreamed,
            Stops = _stops,
            UserText = readsUserText ? turn.UserText(body) : null,
            TurnStep = turn.Step,
            Tools = _tools.Resolve(body, callsAreDone: turn.HasToolResult),
        };
    }

    private static List<byte[]>? ReadStops(ref Utf8JsonReader reader)
    {
        const string Param = "stop_sequences";
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.StartArray => StopReader.ReadAll(ref reader, Param, int.MaxValue),
            var other => throw ApiErrors.WrongType(Param, other, "an array of strings"),
        };
    }
}
