import 'maturity-radar';
