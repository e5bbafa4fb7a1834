import "./frame";
import "./programme";
import "./room";
import "./step";
