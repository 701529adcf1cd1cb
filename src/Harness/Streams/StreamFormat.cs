namespace GatewayBench;

/// <summary>
/// What the events of a stream mean: a pure function from each to what it adds to the reply. None
/// of them keeps anything.
/// </summary>
public abstract class StreamFormat
{
    private protected StreamFormat() { }

    /// <summary>
    /// OpenAI's chat completions: <c>data:</c> lines of chunks, ended by <c>[DONE]</c>. Text is
    /// <c>choices[].delta.content</c>; usage comes with <c>stream_options.include_usage</c>.
    /// </summary>
    public static StreamFormat OpenAiChat { get; } = new OpenAiChatStream();

    /// <summary>Anthropic's messages: named events, ended by <c>message_stop</c>.</summary>
    public static StreamFormat AnthropicMessages { get; } = new AnthropicStream();

    /// <summary>OpenAI's responses: named events, ended by <c>response.completed</c> or <c>response.incomplete</c>.</summary>
    public static StreamFormat OpenAiResponses { get; } = new OpenAiResponsesStream();

    /// <summary>
    /// The form that many gateways have of their own: events <c>delta</c> with <c>{"text"}</c>, then
    /// <c>done</c>, which may hold <c>usage</c>, or <c>error</c>.
    /// </summary>
    public static StreamFormat Deltas { get; } = new DeltaStream();

    /// <summary>Adds what an event says to the reply.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is malformed.</exception>
    /// <exception cref="InvalidOperationException">A text in it is.</exception>
    internal abstract StreamSignals Read(scoped ServerEvent next, StreamedReply reply);
}
