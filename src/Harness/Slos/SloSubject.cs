namespace GatewayBench;

/// <summary>What an SLO sets a limit to.</summary>
internal abstract record SloSubject
{
    public abstract SloUnit Unit { get; }

    /// <summary>Whether it is about requests that failed, which no gate makes doubtful.</summary>
    public virtual bool IsOfErrors => false;

    /// <summary>Whether it says nothing once the run's times were scaled.</summary>
    public virtual bool IsOfTime => false;

    /// <summary>Whether there is such a figure, however few samples it will have.</summary>
    public virtual bool IsOf(SloShape shape) => true;

    /// <summary>What is wrong with a limit; null for nothing.</summary>
    public virtual string? Refuses(SloLimit limit, SloShape shape) => null;

    /// <summary>Only of what has it.</summary>
    public abstract SloFigure Read(SloScope scope);

    /// <summary>For an error, where no row or part has it.</summary>
    public virtual string Missing(IEnumerable<SloShape> shapes) => "nothing has such a figure";
}
