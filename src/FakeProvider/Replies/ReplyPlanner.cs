namespace GatewayBench;

/// <summary>Decides what is replied: a pure function of (options, request), the seed being in its hash.</summary>
internal sealed class ReplyPlanner(FakeProviderOptions options)
{
    private readonly int _replyTokens = options.ReplyTokens;

    /// <summary>The most tokens that a reply to the request can have.</summary>
    public int MostTokens(ModelRequest request) => request.MaxTokens ?? _replyTokens;

    public IReadOnlyList<ReplyChoice> Plan(ModelRequest request)
    {
        var choices = new ReplyChoice[request.Choices];
        for (var i = 0; i < choices.Length; i++)
        {
            choices[i] = Choice(request, i);
        }
        return choices;
    }

    private ReplyChoice Choice(ModelRequest request, int index)
    {
        var tokens = Math.Min(_replyTokens, MostTokens(request));
        var key =
            index == 0 ? request.Prompt.Hash : SplitMix64.At(request.Prompt.Hash, (ulong)index);
        return new ReplyChoice(
            [new DrawnText(key, tokens)],
            tokens < _replyTokens ? ReplyEnding.Length : ReplyEnding.Stop
        );
    }
}
