namespace GatewayBench;

/// <summary>
/// Decides what is replied: a pure function of (options, request), the seed being in its hash. The
/// first script that matches decides; else a demanded tool is called; else the text is drawn.
/// </summary>
internal sealed class ReplyPlanner(FakeProviderOptions options)
{
    private readonly int _replyTokens = options.ReplyTokens;
    private readonly ContextWindows _windows = new(options.Models);
    private readonly IReadOnlyList<ReplyScript> _scripts = options.Replies.Copy();

    /// <summary>Whether the prompt leaves room for what it asks for, and at least for one token.</summary>
    public bool Fits(ModelRequest request, out int window)
    {
        window = _windows.Of(request.Model);
        // Where no reply is wanted, the prompt is many inputs, each with a limit of its own.
        return request.Choices == 0
            || request.Prompt.Tokens + (long)(request.MaxTokens ?? 1) <= window;
    }

    /// <summary>The most tokens that a reply to the request can have, if no script has more.</summary>
    public int MostTokens(ModelRequest request) =>
        Math.Min(request.MaxTokens ?? _replyTokens, Room(request));

    public IReadOnlyList<ReplyChoice> Plan(ModelRequest request)
    {
        var script = Script(request);
        var choices = new ReplyChoice[request.Choices];
        for (var i = 0; i < choices.Length; i++)
        {
            choices[i] = Choice(request, script, i);
        }
        return choices;
    }

    private ScriptStep? Script(ModelRequest request)
    {
        for (var i = 0; i < _scripts.Count; i++)
        {
            if (_scripts[i].Matches(request))
            {
                return _scripts[i].StepOf(request);
            }
        }
        return null;
    }

    private ReplyChoice Choice(ModelRequest request, ScriptStep? script, int index) =>
        script is { Text: null } ? Calling(script.Calls(request))
        : script is { Text: { } text } ? Saying(request, text)
        : request.Tools?.Demanded is { } call ? Calling([call])
        : Drawn(request, index);

    private ReplyChoice Saying(ModelRequest request, ScriptedText text)
    {
        var most = Math.Min(request.MaxTokens ?? int.MaxValue, Room(request));
        return Text(request, text.First(most), isCut: most < text.Tokens);
    }

    private ReplyChoice Drawn(ModelRequest request, int index)
    {
        var tokens = Math.Min(_replyTokens, MostTokens(request));
        var key =
            index == 0 ? request.Prompt.Hash : SplitMix64.At(request.Prompt.Hash, (ulong)index);
        return Text(request, Drawn(request.Markers, key, tokens), isCut: tokens < _replyTokens);
    }

    /// <summary>With the prompt's markers in front, as long as all of them have room.</summary>
    private static ReplyPart Drawn(IReadOnlyList<ulong>? markers, ulong key, int tokens) =>
        markers is not null && MarkedText.TokensOf(markers) <= tokens
            ? new MarkedText(markers, key, tokens)
            : new DrawnText(key, tokens);

    private int Room(ModelRequest request) =>
        Math.Max(1, _windows.Of(request.Model) - request.Prompt.Tokens);

    private static ReplyChoice Calling(IReadOnlyList<ToolCall> calls) =>
        new(calls, ReplyEnding.ToolCalls);

    private static ReplyChoice Text(ModelRequest request, ReplyPart text, bool isCut) =>
        request.Stops is { } stops && StopSequences.Cut(text, stops, out var met) is { } stopped
            ? new ReplyChoice([stopped], ReplyEnding.Stop) { StoppedBy = met }
            : new ReplyChoice([text], isCut ? ReplyEnding.Length : ReplyEnding.Stop);
}
