using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>The conversation of one agent in one turn, as it grows step by step.</summary>
internal sealed class AgentTurn(
    IChatClient model,
    IReadOnlyList<ChatMessage> asked,
    ChatOptions? options,
    IReadOnlyList<AIFunction> tools,
    int maxSteps,
    AgentBudget budget
)
{
    private readonly List<ChatMessage> _messages = [.. asked];
    private bool _rests;

    public IChatClient Model => model;

    /// <summary>What the caller wants of the model; tools come on top.</summary>
    public ChatOptions? Options => options;

    public IReadOnlyList<AIFunction> Tools => tools;

    public AgentBudget Budget => budget;

    /// <summary>What the model is told in the next step.</summary>
    public IReadOnlyList<ChatMessage> Messages => _messages;

    /// <summary>Calls of the model so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether the step that is under way, or was the last, offered tools.</summary>
    public bool OffersTools { get; private set; }

    /// <summary>Begins a step, and says how to ask the model.</summary>
    public ChatOptions BeginStep()
    {
        Steps++;
        OffersTools = Steps < maxSteps && !budget.IsSpent;
        var next = options?.Clone() ?? new();
        if (OffersTools)
        {
            next.Tools = [.. tools];
        }
        if (Steps > 1 || !OffersTools)
        {
            // A call that the caller demands is demanded once, or the turn would never end in text.
            next.ToolMode = null;
        }
        return next;
    }

    /// <summary>The model has begun to answer: what it was told is not read until the step has ended.</summary>
    public void Rest()
    {
        if (!_rests)
        {
            _rests = true;
            TurnMessage.Rest(_messages);
        }
    }

    /// <summary>What the model was told is read again.</summary>
    public void Wake()
    {
        _rests = false;
        TurnMessage.Wake(_messages);
    }

    /// <summary>Ends a step whose calls have been made.</summary>
    public void Add(IEnumerable<ChatMessage> said, ChatMessage results)
    {
        _messages.AddRange(said);
        _messages.Add(results);
    }

    /// <summary>The answer of the last step, with all that led to it.</summary>
    public ChatResponse End(ChatResponse last) =>
        Steps == 1
            ? last
            : new([.. _messages.Skip(asked.Count), .. last.Messages])
            {
                ResponseId = last.ResponseId,
                ConversationId = last.ConversationId,
                ModelId = last.ModelId,
                CreatedAt = last.CreatedAt,
                FinishReason = last.FinishReason,
                Usage = budget.Usage,
                AdditionalProperties = last.AdditionalProperties,
            };
}
