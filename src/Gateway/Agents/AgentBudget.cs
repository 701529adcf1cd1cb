using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>What a turn and its sub-agents share: what they have used and may still use.</summary>
internal sealed class AgentBudget(AgentOptions limits) : IDisposable
{
    private readonly Lock _gate = new();
    private UsageDetails? _usage;
    private long _tokens;
    private int _subAgents;

    /// <summary>Held by each sub-agent while it runs.</summary>
    public SemaphoreSlim Places { get; } = new(limits.MaxParallel);

    /// <summary>Tokens of all calls so far; null if the provider counted none.</summary>
    public UsageDetails? Usage
    {
        get
        {
            lock (_gate)
            {
                return _usage;
            }
        }
    }

    public bool IsSpent => Volatile.Read(ref _tokens) >= limits.MaxTokens;

    public void Spend(UsageDetails? usage)
    {
        if (usage is null)
        {
            return;
        }
        lock (_gate)
        {
            (_usage ??= new()).Add(usage);
            _tokens +=
                usage.TotalTokenCount
                ?? (usage.InputTokenCount ?? 0) + (usage.OutputTokenCount ?? 0);
        }
    }

    /// <exception cref="ToolException">So many are not left.</exception>
    public void TakeSubAgents(int count)
    {
        lock (_gate)
        {
            if (_subAgents + count > limits.MaxSubAgents)
            {
                throw ToolArguments.Refused(
                    "tasks",
                    $"a list of {count}",
                    $"{limits.MaxSubAgents} in one turn, of which {limits.MaxSubAgents - _subAgents} are left"
                );
            }
            _subAgents += count;
        }
    }

    public void Dispose() => Places.Dispose();
}
